package dev.dovetail.jooq.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The names of fields in an answer: everywhere in a document one name for a field with the same arguments, and so one that it
 * may always be merged under. Names of other fields are among them.
 */
final class ResponseKeys {

    private final Random random;
    private final Map<String, List<String>> keys = new HashMap<>();
    private final Map<String, String> fields = new HashMap<>();

    ResponseKeys(Random random) {
        this.random = random;
    }

    /**
     * The field with an alias, if it needs one.
     *
     * @param others the fields of its type
     */
    String field(String name, String arguments, List<String> others) {
        String field = name + arguments;
        List<String> known = keys.computeIfAbsent(field, f -> new ArrayList<>());
        if (known.isEmpty() || random.nextInt(6) == 0) {
            known.add(free(name, field, others));
        }
        String key = known.get(random.nextInt(known.size()));
        return key.equals(name) ? field : key + ": " + field;
    }

    private String free(String name, String field, List<String> others) {
        String key = random.nextInt(3) > 0 ? name : others.get(random.nextInt(others.size()));
        for (int i = 1; !fields.computeIfAbsent(key, k -> field).equals(field); i++) {
            key = name + i;
        }
        return key;
    }
}
