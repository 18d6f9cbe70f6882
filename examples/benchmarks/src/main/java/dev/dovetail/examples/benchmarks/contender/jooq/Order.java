package dev.dovetail.examples.benchmarks.contender.jooq;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** A row of the table orders. */
public record Order(
        Long id,
        Long userId,
        String status,
        BigDecimal total,
        Integer quantity,
        Boolean paid,
        String note,
        OffsetDateTime createdAt) {}
