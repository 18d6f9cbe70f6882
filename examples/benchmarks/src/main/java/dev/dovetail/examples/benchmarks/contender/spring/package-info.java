/** Spring for GraphQL, with @BatchMapping and jOOQ. */
@NullMarked
package dev.dovetail.examples.benchmarks.contender.spring;

import org.jspecify.annotations.NullMarked;
