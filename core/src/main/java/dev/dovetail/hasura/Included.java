package dev.dovetail.hasura;

/** What stands in a file of its own, in the tree of the file that includes it. */
record Included(String file, Object tree) {}
