/**
 * The host's definitions once they are resolved: names have become tables, columns and types that exist.
 *
 * <p>{@code configuration} makes these values, {@code schema} and {@code join} live by them.
 */
@NullMarked
package dev.dovetail.internal.model;

import org.jspecify.annotations.NullMarked;
