/** Shows people what a schema was extended with. */
@NullMarked
package dev.dovetail.internal.description;

import org.jspecify.annotations.NullMarked;
