/** Who is measured: programs that answer the same requests. */
@NullMarked
package dev.dovetail.examples.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
