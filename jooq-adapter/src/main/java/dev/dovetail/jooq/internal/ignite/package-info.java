/** Apache Ignite 2: {@link dev.dovetail.jooq.internal.ignite.IgniteDialect}. */
@NullMarked
package dev.dovetail.jooq.internal.ignite;

import org.jspecify.annotations.NullMarked;
