package dev.dovetail.jooq.internal.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a tree's result: values of different levels share those of their type, so that a result is about as wide
 * as the widest level and not as all of them together.
 *
 * @param types the type of each column
 * @param places for each level, by its number, the column of each of its values
 */
public record TreeSlots(List<String> types, List<List<Integer>> places) {

    static TreeSlots of(List<TreeValues> levels) {
        List<String> types = new ArrayList<>();
        List<List<Integer>> places = new ArrayList<>();
        levels.forEach(level -> places.add(places(level.types(), types)));
        return new TreeSlots(List.copyOf(types), List.copyOf(places));
    }

    private static List<Integer> places(List<String> wanted, List<String> types) {
        List<Integer> places = new ArrayList<>();
        for (String type : wanted) {
            int place = 0;
            while (place < types.size() && (!types.get(place).equals(type) || places.contains(place))) {
                place++;
            }
            if (place == types.size()) {
                types.add(type);
            }
            places.add(place);
        }
        return List.copyOf(places);
    }
}
