package dev.dovetail.hasura;

/** A text of GraphQL's schema definition language. */
record Sdl(String file, String text) {}
