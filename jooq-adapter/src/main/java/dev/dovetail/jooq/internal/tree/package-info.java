/**
 * What several relationships are that one statement answers: {@link dev.dovetail.jooq.internal.tree.Tree}.
 */
@NullMarked
package dev.dovetail.jooq.internal.tree;

import org.jspecify.annotations.NullMarked;
