/** A cluster of Apache Ignite on this machine, and joins that go on while its nodes are killed. */
@NullMarked
package dev.dovetail.examples.ignite;

import org.jspecify.annotations.NullMarked;
