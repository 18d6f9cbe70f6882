/**
 * Asynchronous actions: the store that keeps their calls, and the worker that delivers them to their handlers.
 *
 * <p>Experimental: the store's interface may change in a minor version.
 */
@NullMarked
package dev.dovetail.async;

import org.jspecify.annotations.NullMarked;
