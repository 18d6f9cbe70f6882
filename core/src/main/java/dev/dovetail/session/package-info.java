/** Who asks: the {@link dev.dovetail.session.Session} that every lookup and every action call is made for. */
@NullMarked
package dev.dovetail.session;

import org.jspecify.annotations.NullMarked;
