package dev.dovetail.examples.benchmarks.contender.jooq;

import java.time.OffsetDateTime;

/** A row of the table posts. */
public record Post(
        Long id, Long forumId, String title, String author, Integer score, String body, OffsetDateTime createdAt) {}
