/**
 * A primary and its standbys: {@link dev.dovetail.jooq.internal.standby.Routing} chooses which of them answers a lookup.
 */
@NullMarked
package dev.dovetail.jooq.internal.standby;

import org.jspecify.annotations.NullMarked;
