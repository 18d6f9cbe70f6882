/** How a failure becomes a coded error on the one field that it concerns. */
@NullMarked
package dev.dovetail.internal.failure;

import org.jspecify.annotations.NullMarked;
