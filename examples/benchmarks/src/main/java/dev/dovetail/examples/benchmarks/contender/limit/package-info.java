/** The limit: plain JDBC, the ideal statements, and JSON written by hand; no GraphQL. */
@NullMarked
package dev.dovetail.examples.benchmarks.contender.limit;

import org.jspecify.annotations.NullMarked;
