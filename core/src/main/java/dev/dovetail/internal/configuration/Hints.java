package dev.dovetail.internal.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a wrong name may have been meant for. */
final class Hints {

    private static final int MOST_LISTED = 20;

    private Hints() {}

    /** The end of a message: the likeliest of the names that exist, or all of them where none is like it. */
    static String of(String wrong, Collection<String> known) {
        if (known.isEmpty()) {
            return "";
        }
        Optional<String> nearest = known.stream()
                .min(Comparator.comparingInt(name -> distance(fold(wrong), fold(name))))
                .filter(name -> distance(fold(wrong), fold(name)) <= Math.max(2, wrong.length() / 3));
        return nearest.map(name -> "; did you mean '" + name + "'?").orElseGet(() -> "; there is " + list(known));
    }

    private static String list(Collection<String> known) {
        List<String> sorted = known.stream().sorted().toList();
        return sorted.size() <= MOST_LISTED
                ? String.join(", ", sorted)
                : String.join(", ", sorted.subList(0, MOST_LISTED)) + " and " + (sorted.size() - MOST_LISTED) + " more";
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** How many letters must be changed, added or left out (Levenshtein's distance), one row of the table at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
