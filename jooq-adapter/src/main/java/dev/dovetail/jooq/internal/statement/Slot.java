package dev.dovetail.jooq.internal.statement;

/** Where a statement that serves many batches finds one of its values. */
@FunctionalInterface
public interface Slot {

    /** The value that a batch has for it. */
    Object of(Inputs inputs);
}
