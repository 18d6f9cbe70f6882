/**
 * What statements are made of, whatever the database: {@link dev.dovetail.jooq.internal.statement.BatchStatement} chooses
 * the shape, {@link dev.dovetail.jooq.internal.statement.Expressions} is how a database writes what is in it, and {@link
 * dev.dovetail.jooq.internal.statement.Shaping} takes the values out, so that one text serves many requests.
 */
@NullMarked
package dev.dovetail.jooq.internal.statement;

import org.jspecify.annotations.NullMarked;
