/**
 * Joins what GraphQL actions return with rows of a database.
 *
 * <p>{@link dev.dovetail.Dovetail} is the way in: the host declares actions, tables and relationships, and Dovetail
 * extends the host's graphql-java schema with them.
 */
@NullMarked
package dev.dovetail;

import org.jspecify.annotations.NullMarked;
