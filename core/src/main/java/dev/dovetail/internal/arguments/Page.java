package dev.dovetail.internal.arguments;

import dev.dovetail.table.RowSelection;

/**
 * Which page of a relationship's rows a client wants.
 *
 * @param rows the rows, in the order in which they are read: for a page that ends at a place, from its end to its start
 * @param size how many rows the page shows at most, or {@link dev.dovetail.table.TableQuery#ALL_ROWS}
 * @param backward whether rows are read from the page's end
 * @param cursors what makes the cursors of rows
 */
public record Page(RowSelection rows, int size, boolean backward, Cursors cursors) {}
