package dev.dovetail.examples.benchmarks.contender.jooq;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A row of the table devices. */
public record Device(
        Long id,
        UUID serial,
        String name,
        String model,
        String noteA,
        String noteB,
        String noteC,
        String noteD,
        String noteE,
        String noteF,
        String noteG,
        String noteH,
        Integer countA,
        Integer countB,
        Integer countC,
        Integer countD,
        Integer countE,
        Integer countF,
        BigDecimal amountA,
        BigDecimal amountB,
        BigDecimal amountC,
        BigDecimal amountD,
        BigDecimal amountE,
        BigDecimal amountF,
        OffsetDateTime seenA,
        OffsetDateTime seenB,
        OffsetDateTime seenC,
        OffsetDateTime seenD,
        Boolean flagA,
        Boolean flagB) {}
