/** A host in plain graphql-java; {@link dev.dovetail.examples.quickstart.Quickstart} is where to start reading. */
@NullMarked
package dev.dovetail.examples.quickstart;

import org.jspecify.annotations.NullMarked;
