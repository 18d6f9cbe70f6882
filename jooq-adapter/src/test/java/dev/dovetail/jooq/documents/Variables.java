package dev.dovetail.jooq.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The variables of a document: given, or left to their defaults. */
final class Variables {

    private final Random random;
    private final List<String> definitions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    Variables(Random random) {
        this.random = random;
    }

    /** A reference to a new variable with this value. */
    String reference(String type, Object value) {
        String name = "$v" + definitions.size();
        if (random.nextBoolean()) {
            definitions.add(name + ": " + type + " = " + Literals.of(value));
        } else {
            definitions.add(name + ": " + type);
            values.put(name.substring(1), Literals.plain(value));
        }
        return name;
    }

    String definitions() {
        return definitions.isEmpty() ? "" : "(" + String.join(", ", definitions) + ")";
    }

    Map<String, Object> values() {
        return values;
    }
}
