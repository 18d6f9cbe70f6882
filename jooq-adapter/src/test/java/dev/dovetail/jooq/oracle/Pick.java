package dev.dovetail.jooq.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Random choices. */
record Pick(Random random) {

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    final <T> T of(T... all) {
        return all[random.nextInt(all.length)];
    }

    /** So many different ones at most, in any order. */
    <T> List<T> some(List<T> all, int most) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(random.nextInt(most + 1), all.size()));
    }

    <T> List<T> times(int number, Supplier<T> maker) {
        List<T> made = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            made.add(maker.get());
        }
        return made;
    }
}
