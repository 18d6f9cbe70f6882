/** A subgraph: PostgreSQL's rows as entities of a federated graph, over HTTP. */
@NullMarked
package dev.dovetail.examples.federation;

import org.jspecify.annotations.NullMarked;
