/** A network that is slower than this machine's own: every round trip takes longer, as to a database elsewhere. */
@NullMarked
package dev.dovetail.examples.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
