/** What clients say of the rows they want: arguments become filters, orders and pages, within what the caller may read. */
@NullMarked
package dev.dovetail.internal.arguments;

import org.jspecify.annotations.NullMarked;
