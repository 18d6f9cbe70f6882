/**
 * Moves the actions of a Hasura project in: {@link dev.dovetail.hasura.HasuraMetadata} reads its metadata and gives
 * Dovetail's definitions.
 */
@NullMarked
package dev.dovetail.hasura;

import org.jspecify.annotations.NullMarked;
