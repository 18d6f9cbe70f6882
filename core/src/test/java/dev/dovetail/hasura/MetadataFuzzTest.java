package dev.dovetail.hasura;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.access.AccessRule;
import dev.dovetail.error.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the metadata says: no exception but the one of malformed documents, and no permission lost. */
final class MetadataFuzzTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String UNKNOWN = "zz_unknown";

    /** Keys under which any name may stand, and what the host's database is configured with. */
    private static final Pattern OPEN =
            Pattern.compile(".*\\.(custom_column_names|field_mapping|column_mapping|configuration\\.connection_info)");

    private static final List<String> WORDS = words(
            Metadata.EXPORT_V2 + Metadata.EXPORT_V3
                    + "\"type\" \"args\" \"bulk\" \"metadata\" \"_and\" \"_or\" \"_not\" \"_exists\" \"sources\" \"*\" \"x y\" \"\"");

    @Test
    void randomTrees_areReadOrRefused() {
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 5_000; i++) {
            read += isRead(MAPPER.writeValueAsString(tree(random, 0))) ? 1 : 0;
        }
        assertThat(read).isPositive();
    }

    @Test
    void changedDocuments_areReadOrRefused_withEveryPermission() {
        Random random = new Random(11);
        int read = 0;
        for (int i = 0; i < 1_000; i++) {
            Object document = MAPPER.readValue(Metadata.EXPORT_V3, Object.class);
            List<Consumer<Object>> places = new ArrayList<>();
            places(document, "", places, path -> !path.contains("permissions") && !path.endsWith("tables"));
            places.get(random.nextInt(places.size())).accept(tree(random, 2));
            String json = MAPPER.writeValueAsString(document);
            if (isRead(json)) {
                requireEveryPermission(json);
                read++;
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    @Test
    void unknownKeys_atEveryDepth_areReportedAndLoseNoPermission() {
        for (String form : List.of(Metadata.EXPORT_V2, Metadata.EXPORT_V3)) {
            int objects = (int) form.chars().filter(c -> c == '{').count();
            for (int i = 0; i < objects; i++) {
                Object document = MAPPER.readValue(form, Object.class);
                List<Map<String, Object>> all = new ArrayList<>();
                List<String> paths = new ArrayList<>();
                objects(document, "", all, paths);
                if (i < all.size()) {
                    all.get(i).put(UNKNOWN, "id");
                    String json = MAPPER.writeValueAsString(document);
                    requireEveryPermission(json);
                    if (!OPEN.matcher(paths.get(i)).matches() && !paths.get(i).endsWith(".configuration")) {
                        assertThat(Metadata.report(Metadata.read(json)))
                                .as(json)
                                .anyMatch(omission -> omission.contains(UNKNOWN) || omission.contains("may not"));
                    }
                }
            }
        }
    }

    private static boolean isRead(String json) {
        try {
            Metadata.read(json).report();
            return true;
        } catch (ConfigurationException refused) {
            assertThat(refused.faults()).isNotEmpty();
            return false;
        }
    }

    /** The role user may call one action and read two tables. */
    private static void requireEveryPermission(String json) {
        HasuraMetadata metadata = Metadata.read(json);
        long rules = metadata.tables().stream()
                .flatMap(table -> table.access().stream())
                .map(AccessRule::role)
                .filter("user"::equals)
                .count();
        long calls = metadata.actions().stream()
                .filter(action ->
                        action.permissions().stream().anyMatch(permission -> "user".equals(permission.role())))
                .count();
        List<String> report = Metadata.report(metadata);
        long reported = report.stream()
                .filter(omission -> omission.contains("'user' may not")
                        || omission.contains("permissions of user")
                        || omission.contains("Dovetail does not know 'sources'")
                        || omission.contains("actions of kind"))
                .count();
        assertThat(rules + calls + reported).as(json + "\n" + report).isGreaterThanOrEqualTo(3);
    }

    private static void places(
            Object node, String path, List<Consumer<Object>> places, java.util.function.Predicate<String> wanted) {
        if (node instanceof Map<?, ?> map) {
            for (Object key : map.keySet()) {
                String child = path + "." + key;
                if (wanted.test(child) && !child.matches("\\.(sources|actions)")) {
                    places.add(value -> put(map, String.valueOf(key), value));
                }
                places(map.get(key), child, places, wanted);
            }
        } else if (node instanceof List<?> list) {
            list.forEach(element -> places(element, path, places, wanted));
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<?, ?> map, String key, Object value) {
        ((Map<String, Object>) map).put(key, value);
    }

    @SuppressWarnings("unchecked")
    private static void objects(Object node, String path, List<Map<String, Object>> all, List<String> paths) {
        if (node instanceof Map<?, ?> map) {
            all.add((Map<String, Object>) map);
            paths.add(path);
            map.forEach((key, value) -> objects(value, path + "." + key, all, paths));
        } else if (node instanceof List<?> list) {
            list.forEach(element -> objects(element, path, all, paths));
        }
    }

    private static Object tree(Random random, int depth) {
        int form = random.nextInt(depth > 5 ? 6 : 12);
        return switch (form) {
            case 0 -> random.nextInt(100) - 50;
            case 1 -> random.nextBoolean();
            case 2 -> Double.toString(random.nextDouble());
            case 3, 4, 5 -> word(random);
            case 6, 7 ->
                Stream.generate(() -> tree(random, depth + 1))
                        .limit(random.nextInt(4))
                        .toList();
            default -> object(random, depth);
        };
    }

    private static Map<String, Object> object(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            map.put(word(random), random.nextInt(10) == 0 ? null : tree(random, depth + 1));
        }
        return map;
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static List<String> words(String text) {
        Matcher words = Pattern.compile("\"([^\"]*)\"").matcher(text);
        return words.results().map(word -> word.group(1)).distinct().toList();
    }
}
