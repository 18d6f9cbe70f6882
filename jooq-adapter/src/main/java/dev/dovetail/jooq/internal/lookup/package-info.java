/**
 * Running a statement: {@link dev.dovetail.jooq.internal.lookup.Lookup} asks within the right transaction, and files what it
 * reads under the keys.
 */
@NullMarked
package dev.dovetail.jooq.internal.lookup;

import org.jspecify.annotations.NullMarked;
