/**
 * Resolves the host's definitions against its database and its schema, and collects every fault on the way.
 *
 * <p>{@link dev.dovetail.internal.configuration.Resolver} is the way in. What comes out is what to add to the schema,
 * and what to bind to which field.
 */
@NullMarked
package dev.dovetail.internal.configuration;

import org.jspecify.annotations.NullMarked;
