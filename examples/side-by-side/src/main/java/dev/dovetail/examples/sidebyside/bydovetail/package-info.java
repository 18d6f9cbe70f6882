/** The relation with Dovetail, in Spring for GraphQL. */
@NullMarked
package dev.dovetail.examples.sidebyside.bydovetail;

import org.jspecify.annotations.NullMarked;
