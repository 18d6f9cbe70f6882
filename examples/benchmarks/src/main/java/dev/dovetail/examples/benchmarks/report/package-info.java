/** What came out: tables, goals and a chart. */
@NullMarked
package dev.dovetail.examples.benchmarks.report;

import org.jspecify.annotations.NullMarked;
