/** DuckDB: {@link dev.dovetail.jooq.internal.duckdb.DuckDialect}. */
@NullMarked
package dev.dovetail.jooq.internal.duckdb;

import org.jspecify.annotations.NullMarked;
