/**
 * The host's schema: looked at through one view, whether it is SDL or built, and extended in one way or the other.
 *
 * <p>{@link dev.dovetail.internal.schema.Additions} is what Dovetail adds, as SDL's own definitions; it knows nothing of
 * relationships.
 */
@NullMarked
package dev.dovetail.internal.schema;

import org.jspecify.annotations.NullMarked;
