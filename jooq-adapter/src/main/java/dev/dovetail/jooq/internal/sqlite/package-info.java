/** SQLite: {@link dev.dovetail.jooq.internal.sqlite.SqliteDialect}. */
@NullMarked
package dev.dovetail.jooq.internal.sqlite;

import org.jspecify.annotations.NullMarked;
