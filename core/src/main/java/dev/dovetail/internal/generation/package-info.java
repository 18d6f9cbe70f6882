/**
 * The types and arguments that relationships bring into a schema beside those of their tables: filters, orders,
 * aggregates and pages.
 *
 * <p>{@link dev.dovetail.internal.generation.FormFields} says what a relationship's fields look like; the types that it
 * refers to are made by {@link dev.dovetail.internal.generation.GeneratedTypes} once all relationships are known.
 */
@NullMarked
package dev.dovetail.internal.generation;

import org.jspecify.annotations.NullMarked;
