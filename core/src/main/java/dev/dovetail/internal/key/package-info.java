/** From a source object to the key that it is joined by: reading its properties, and checking them against columns. */
@NullMarked
package dev.dovetail.internal.key;

import org.jspecify.annotations.NullMarked;
