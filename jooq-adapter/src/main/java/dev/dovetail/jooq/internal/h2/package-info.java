/** H2: {@link dev.dovetail.jooq.internal.h2.H2Dialect}. */
@NullMarked
package dev.dovetail.jooq.internal.h2;

import org.jspecify.annotations.NullMarked;
