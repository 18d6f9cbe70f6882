package dev.dovetail.examples.benchmarks.contender.jooq;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A row of the table stock. */
public record Stock(
        UUID warehouseId,
        String sku,
        Integer quantity,
        Integer reserved,
        BigDecimal price,
        String bin,
        OffsetDateTime countedAt) {}
