package dev.dovetail.examples.replicas;

import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts verdicts, and how long there was no right answer.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
final class Tally {

    private static final String ROW = "%-20s %9s %9s %13s %7s %7s %6s %15s%n";

    private final Map<Kind, Counts> counts = new EnumMap<>(Kind.class);

    Tally() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new Counts());
        }
    }

    synchronized void add(Kind kind, Verdict verdict) {
        counts(kind).add(verdict);
    }

    /** How many answers of any kind were judged so. */
    synchronized int all(Verdict verdict) {
        return counts.values().stream()
                .mapToInt(kind -> kind.verdicts.getOrDefault(verdict, 0))
                .sum();
    }

    synchronized int of(Kind kind, Verdict verdict) {
        return counts(kind).verdicts.getOrDefault(verdict, 0);
    }

    /** The longest time without a right answer of a kind. */
    synchronized Duration longestPause(Kind kind) {
        return Duration.ofNanos(counts(kind).longestPause);
    }

    /** Whether nothing was lost, and nothing false shown. */
    boolean isClean() {
        return all(Verdict.STALE) + all(Verdict.WRONG) + all(Verdict.LOST) == 0;
    }

    synchronized void print(PrintStream out) {
        out.printf(ROW, "", "requests", "right", "coded errors", "stale", "wrong", "lost", "longest pause");
        counts.forEach((kind, of) -> out.printf(
                ROW,
                kind,
                of.all(),
                of(kind, Verdict.RIGHT),
                of(kind, Verdict.CODED_ERROR),
                of(kind, Verdict.STALE),
                of(kind, Verdict.WRONG),
                of(kind, Verdict.LOST),
                String.format(Locale.ROOT, "%,d ms", longestPause(kind).toMillis())));
    }

    private Counts counts(Kind kind) {
        return counts.computeIfAbsent(kind, key -> new Counts());
    }

    private static final class Counts {

        private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        private boolean begun;
        private long lastRight;
        private long longestPause;

        void add(Verdict verdict) {
            verdicts.merge(verdict, 1, Integer::sum);
            if (verdict == Verdict.RIGHT) {
                long now = System.nanoTime();
                longestPause = begun ? Math.max(longestPause, now - lastRight) : 0;
                begun = true;
                lastRight = now;
            }
        }

        int all() {
            return verdicts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
