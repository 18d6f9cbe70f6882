/**
 * What a database adapter implements, and the values that pass between it and Dovetail.
 *
 * <p>The entry point is {@link dev.dovetail.table.TableSource}: it describes tables at start-up and loads the rows of a
 * batch of keys at run time. Nothing here knows SQL. The package is experimental until version 1.0.
 */
@NullMarked
package dev.dovetail.table;

import org.jspecify.annotations.NullMarked;
