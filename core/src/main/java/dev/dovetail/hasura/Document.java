package dev.dovetail.hasura;

import org.jspecify.annotations.Nullable;

/**
 * Metadata as it was read, before anybody knows what it says.
 *
 * @param sdl the {@code actions.graphql} that belongs to it, or null
 */
record Document(String file, Object tree, @Nullable Sdl sdl) {}
