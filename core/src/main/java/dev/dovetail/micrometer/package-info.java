/** Observes joins with Micrometer, for hosts that have it: the library itself does not bring it along. */
@NullMarked
package dev.dovetail.micrometer;

import org.jspecify.annotations.NullMarked;
