package dev.dovetail.examples.dgs;

/** What the actions answer: an id, which Dovetail joins to the user's row. */
record UserOutput(String id) {}
