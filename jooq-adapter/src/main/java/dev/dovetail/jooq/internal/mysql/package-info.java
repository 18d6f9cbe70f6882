/** MySQL and MariaDB: {@link dev.dovetail.jooq.internal.mysql.MySqlDialect}. */
@NullMarked
package dev.dovetail.jooq.internal.mysql;

import org.jspecify.annotations.NullMarked;
