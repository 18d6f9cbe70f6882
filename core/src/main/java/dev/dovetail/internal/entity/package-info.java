/** Answers the entities of a federated graph: rows by the keys that other services refer to them with. */
@NullMarked
package dev.dovetail.internal.entity;

import org.jspecify.annotations.NullMarked;
