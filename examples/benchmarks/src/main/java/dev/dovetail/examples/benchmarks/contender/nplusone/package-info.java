/** One query for each parent. */
@NullMarked
package dev.dovetail.examples.benchmarks.contender.nplusone;

import org.jspecify.annotations.NullMarked;
