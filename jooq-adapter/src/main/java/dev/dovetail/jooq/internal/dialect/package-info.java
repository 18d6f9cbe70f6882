/**
 * What a database must say for itself: {@link dev.dovetail.jooq.internal.dialect.Dialect}.
 */
@NullMarked
package dev.dovetail.jooq.internal.dialect;

import org.jspecify.annotations.NullMarked;
