package dev.dovetail.examples.benchmarks.contender.jooq;

import java.util.UUID;

/** The primary key of the table stock. */
public record StockKey(UUID warehouse, String sku) {}
