/**
 * What goes wrong: how a failure becomes a coded error on the one field that it concerns, and how the faults of a
 * configuration become one exception.
 */
@NullMarked
package dev.dovetail.internal.failure;

import org.jspecify.annotations.NullMarked;
