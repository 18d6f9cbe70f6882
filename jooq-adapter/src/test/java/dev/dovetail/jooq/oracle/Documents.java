package dev.dovetail.jooq.oracle;

import java.util.List;
import java.util.Map;

/** What PostgreSQL says of what is in documents and arrays. */
final class Documents {

    private Documents() {}

    static boolean contains(Kind kind, Object outer, Object inner) {
        if (kind == Kind.INTS) {
            return ((List<?>) inner)
                    .stream().allMatch(element -> element != null && ((List<?>) outer).contains(element));
        }
        boolean elementOfList = outer instanceof List<?> && !(inner instanceof List<?> || inner instanceof Map<?, ?>);
        return elementOfList ? contains(outer, List.of(inner)) : contains(outer, inner);
    }

    private static boolean contains(Object outer, Object inner) {
        if (inner instanceof Map<?, ?> entries) {
            return outer instanceof Map<?, ?> all
                    && entries.entrySet().stream()
                            .allMatch(entry -> all.containsKey(entry.getKey())
                                    && contains(all.get(entry.getKey()), entry.getValue()));
        }
        if (inner instanceof List<?> elements) {
            return outer instanceof List<?> all
                    && elements.stream()
                            .allMatch(element -> all.stream().anyMatch(candidate -> contains(candidate, element)));
        }
        return inner == null ? outer == null : Plain.of(inner).equals(Plain.of(outer));
    }

    static boolean hasKey(Object document, Object key) {
        if (document instanceof Map<?, ?> map) {
            return map.containsKey(key);
        }
        return document instanceof List<?> list ? list.contains(key) : key.equals(document);
    }
}
