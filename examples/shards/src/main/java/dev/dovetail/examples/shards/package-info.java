/** A shop whose tables are spread over several PostgreSQL servers. */
@NullMarked
package dev.dovetail.examples.shards;

import org.jspecify.annotations.NullMarked;
