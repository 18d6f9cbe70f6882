package dev.dovetail.listener;

import dev.dovetail.table.TableName;

/**
 * A relationship of the rows that a batch found, which the same statements answered: there is no batch for it.
 *
 * @param relationship {@code Type.name}, as declared
 * @param table whose rows were read
 * @param parents how many rows were joined to them
 * @param rows how many rows they were joined to; a row that several parents share counts for each
 */
public record JoinedAlong(String relationship, TableName table, int parents, long rows) {}
