/** Puts data fetchers on the fields that a configuration names, in either kind of schema. */
@NullMarked
package dev.dovetail.internal.wiring;

import org.jspecify.annotations.NullMarked;
