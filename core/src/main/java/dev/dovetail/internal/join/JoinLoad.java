package dev.dovetail.internal.join;

import dev.dovetail.table.JoinKey;

/** What one parent asks of a batch: the rows of a key, in the way of a plan. Equal loads are answered once. */
record JoinLoad(Plan plan, JoinKey key) {}
