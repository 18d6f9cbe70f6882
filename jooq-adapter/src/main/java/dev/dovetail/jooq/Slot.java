package dev.dovetail.jooq;

/** Where a statement that serves many batches finds one of its values. */
@FunctionalInterface
interface Slot {

    /** The value that a batch has for it. */
    Object of(Inputs inputs);
}
