/** What a good team writes: graphql-java with data loaders and jOOQ. */
@NullMarked
package dev.dovetail.examples.benchmarks.contender.byhand;

import org.jspecify.annotations.NullMarked;
