package dev.dovetail.examples.benchmarks.contender.jooq;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A row of the table lines. */
public record Line(
        Long id,
        Long reportId,
        String account,
        UUID partner,
        LocalDate booked,
        BigDecimal amount,
        String currency,
        Integer quantity,
        Double rate,
        Boolean settled,
        OffsetDateTime createdAt) {}
