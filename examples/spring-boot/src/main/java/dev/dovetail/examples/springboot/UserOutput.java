package dev.dovetail.examples.springboot;

/** What the actions answer: an id, which Dovetail joins to the user's row. */
record UserOutput(String id) {}
