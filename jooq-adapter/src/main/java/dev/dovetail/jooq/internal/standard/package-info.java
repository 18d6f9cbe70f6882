/**
 * What databases have in common that keep to SQL's and JDBC's standards, for dialects to start from: {@link
 * dev.dovetail.jooq.internal.standard.StandardDialect}.
 */
@NullMarked
package dev.dovetail.jooq.internal.standard;

import org.jspecify.annotations.NullMarked;
