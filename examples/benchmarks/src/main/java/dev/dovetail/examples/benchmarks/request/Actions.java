package dev.dovetail.examples.benchmarks.request;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What the actions answer with: keys, scattered over their table. Each list is made once, so that an action takes no time
 * of its own. Thread-safe.
 */
public final class Actions {

    private static final Map<String, List<?>> ANSWERS = new ConcurrentHashMap<>();

    /** A row of the action {@code ranking}. */
    public record Ranked(int rank, long userId) {}

    /** A row of the action {@code forums}. */
    public record ForumKey(long forumId) {}

    /** A row of the action {@code shelves}. */
    public record Shelf(UUID warehouse, String sku) {}

    /** A row of the action {@code sensors}. */
    public record Sensor(long deviceId) {}

    /** A row of the action {@code reports}. */
    public record Report(long reportId) {}

    private Actions() {}

    public static List<Ranked> ranking(int rows) {
        return answer("ranking", rows, i -> new Ranked(i + 1, scattered(i, 10_000)));
    }

    public static List<ForumKey> forums(int rows) {
        return answer("forums", rows, i -> new ForumKey(scattered(i, 1_000)));
    }

    /** Warehouse w has the goods S1 to S500. */
    public static List<Shelf> shelves(int rows) {
        return answer("shelves", rows, i -> new Shelf(warehouse(scattered(i, 10_000)), sku(scattered(i, 10_000))));
    }

    public static List<Sensor> sensors(int rows) {
        return answer("sensors", rows, i -> new Sensor(scattered(i, 10_000)));
    }

    public static List<Report> reports(int rows) {
        return answer("reports", rows, i -> new Report(i + 1L));
    }

    /** Each number from 1 to count once, in no order that an index has. */
    private static long scattered(int i, int count) {
        return i * 7_919L % count + 1;
    }

    private static UUID warehouse(long number) {
        return UUID.fromString(String.format(Locale.ROOT, "5e11f0a0-0000-4000-8000-%012x", (number - 1) / 500));
    }

    private static String sku(long number) {
        return "S" + ((number - 1) % 500 + 1);
    }

    @SuppressWarnings("unchecked") // the lists of a name have one type
    private static <T> List<T> answer(String action, int rows, IntFunction<T> row) {
        return (List<T>) ANSWERS.computeIfAbsent(
                action + rows, key -> IntStream.range(0, rows).mapToObj(row).toList());
    }
}
