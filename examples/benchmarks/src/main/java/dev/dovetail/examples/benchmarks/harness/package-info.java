/** How it is measured: in rounds, so that all contenders meet the same noise. */
@NullMarked
package dev.dovetail.examples.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
