/** Jackson's trees as plain Java values, which graphql-java's own data fetchers can read. */
@NullMarked
package dev.dovetail.internal.tree;

import org.jspecify.annotations.NullMarked;
