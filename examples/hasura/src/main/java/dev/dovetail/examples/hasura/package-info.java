/** A Hasura project with handlers in Node, moved over to Dovetail. */
@NullMarked
package dev.dovetail.examples.hasura;

import org.jspecify.annotations.NullMarked;
