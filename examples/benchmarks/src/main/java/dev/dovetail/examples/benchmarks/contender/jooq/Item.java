package dev.dovetail.examples.benchmarks.contender.jooq;

import java.math.BigDecimal;

/** A row of the table items. */
public record Item(
        Long id,
        Long orderId,
        String product,
        Integer quantity,
        BigDecimal price,
        Double weight,
        Boolean packed,
        String note) {}
