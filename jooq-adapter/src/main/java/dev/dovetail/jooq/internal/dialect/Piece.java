package dev.dovetail.jooq.internal.dialect;

import dev.dovetail.table.TableRequest;

/**
 * A part of a batch that one statement answers.
 *
 * @param request for some of the batch's keys, or some of what is asked for them; its limits are those of the batch
 * @param firstKey the ordinal that the part's first key has in the batch, counted from 0
 */
public record Piece(TableRequest request, int firstKey) {}
