/** What a caller may read of a table. */
@NullMarked
package dev.dovetail.internal.access;

import org.jspecify.annotations.NullMarked;
