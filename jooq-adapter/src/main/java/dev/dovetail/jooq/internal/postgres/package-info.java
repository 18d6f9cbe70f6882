/**
 * PostgreSQL: {@link dev.dovetail.jooq.internal.postgres.PostgresDialect}.
 */
@NullMarked
package dev.dovetail.jooq.internal.postgres;

import org.jspecify.annotations.NullMarked;
