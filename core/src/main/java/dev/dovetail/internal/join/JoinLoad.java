package dev.dovetail.internal.join;

import dev.dovetail.table.JoinKey;

/** What one parent asks of a batch: the rows of a key, in the way of a field. Equal loads are answered once. */
record JoinLoad(FieldPlan field, JoinKey key) {}
