/** The database that all contenders share. */
@NullMarked
package dev.dovetail.examples.benchmarks.data;

import org.jspecify.annotations.NullMarked;
