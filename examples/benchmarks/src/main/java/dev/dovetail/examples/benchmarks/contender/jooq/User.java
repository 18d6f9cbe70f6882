package dev.dovetail.examples.benchmarks.contender.jooq;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A row of the table users. */
public record User(
        Long id,
        UUID publicId,
        String name,
        String email,
        String city,
        Integer age,
        BigDecimal balance,
        OffsetDateTime createdAt) {}
