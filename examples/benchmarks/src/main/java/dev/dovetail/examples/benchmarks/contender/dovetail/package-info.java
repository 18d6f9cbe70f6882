/** Dovetail. */
@NullMarked
package dev.dovetail.examples.benchmarks.contender.dovetail;

import org.jspecify.annotations.NullMarked;
