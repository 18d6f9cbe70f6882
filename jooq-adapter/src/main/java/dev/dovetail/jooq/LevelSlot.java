package dev.dovetail.jooq;

/**
 * A slot of one level of a tree.
 *
 * @param level the level's number
 * @param slot the slot as the level's own statement would have it
 */
record LevelSlot(int level, Slot slot) implements Slot {

    @Override
    public Object of(Inputs inputs) {
        return slot.of(inputs.levels().get(level));
    }
}
