/** The relation with Spring for GraphQL. A {@code @BatchMapping} sees no arguments, so it is a data loader. */
@NullMarked
package dev.dovetail.examples.sidebyside.byspring;

import org.jspecify.annotations.NullMarked;
