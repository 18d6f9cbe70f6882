/** What all contenders with GraphQL have in common. */
@NullMarked
package dev.dovetail.examples.benchmarks.contender.graphql;

import org.jspecify.annotations.NullMarked;
