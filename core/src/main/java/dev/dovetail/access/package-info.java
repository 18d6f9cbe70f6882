/**
 * Who may read what of a table: {@link dev.dovetail.access.AccessRule}s, which a table's definition takes.
 *
 * <p>A rule says which rows and columns a role may read. It is applied wherever the table is read, whatever the client
 * asks for.
 */
@NullMarked
package dev.dovetail.access;

import org.jspecify.annotations.NullMarked;
