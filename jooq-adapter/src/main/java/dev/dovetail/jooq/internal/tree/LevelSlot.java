package dev.dovetail.jooq.internal.tree;

import dev.dovetail.jooq.internal.statement.Inputs;
import dev.dovetail.jooq.internal.statement.Slot;

/**
 * A slot of one level of a tree.
 *
 * @param level the level's number
 * @param slot the slot as the level's own statement would have it
 */
public record LevelSlot(int level, Slot slot) implements Slot {

    @Override
    public Object of(Inputs inputs) {
        return slot.of(inputs.levels().get(level));
    }
}
