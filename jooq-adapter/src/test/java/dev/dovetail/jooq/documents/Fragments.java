package dev.dovetail.jooq.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The named fragments of a document, which several places may spread. */
final class Fragments {

    private record Fragment(String name, String type, int depth, String selection) {}

    private final List<Fragment> fragments = new ArrayList<>();

    /** The name of a new fragment. */
    String add(String type, int depth, String selection) {
        String name = "F" + fragments.size();
        fragments.add(new Fragment(name, type, depth, selection));
        return name;
    }

    /** One of those on a type that are no deeper than this; null if there is none. */
    String any(Random random, String type, int depth) {
        List<Fragment> fitting = fragments.stream()
                .filter(fragment -> fragment.type().equals(type) && fragment.depth() <= depth)
                .toList();
        return fitting.isEmpty()
                ? null
                : fitting.get(random.nextInt(fitting.size())).name();
    }

    String definitions() {
        StringBuilder text = new StringBuilder();
        fragments.forEach(fragment -> text.append(" fragment ")
                .append(fragment.name())
                .append(" on ")
                .append(fragment.type())
                .append(' ')
                .append(fragment.selection()));
        return text.toString();
    }
}
