package dev.dovetail.internal.listening;

import dev.dovetail.listener.JoinFailure;
import dev.dovetail.listener.JoinInfo;
import dev.dovetail.listener.JoinResult;
import dev.dovetail.listener.JoinedAlong;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One batch, as the answer tells of it: what it was, and what became of it. */
final class TracedJoin {

    private final double startMillis;
    private final JoinInfo join;
    private final Supplier<List<String>> paths;
    private volatile Map<String, Object> outcome = Map.of();

    TracedJoin(double startMillis, JoinInfo join, Supplier<List<String>> paths) {
        this.startMillis = startMillis;
        this.join = join;
        this.paths = paths;
    }

    void finished(JoinResult result, List<Along> along) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("millis", JoinTrace.millis(result.time().toNanos()));
        told.put("rows", result.rows());
        if (result.failedKeys() > 0) {
            told.put("failedKeys", result.failedKeys());
        }
        told.put("statements", result.statements());
        if (!along.isEmpty()) {
            told.put("along", along.stream().map(TracedJoin::of).toList());
        }
        outcome = told;
    }

    void failed(JoinFailure failure) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("millis", JoinTrace.millis(failure.time().toNanos()));
        told.put("error", failure.code().code());
        told.put("statements", failure.statements());
        outcome = told;
    }

    /** What is known by now. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        put(told, join.relationship(), paths.get(), join.table());
        told.put("keys", join.keys());
        told.put("shared", join.shared());
        told.put("startMillis", startMillis);
        told.putAll(outcome);
        return told;
    }

    private static Map<String, Object> of(Along along) {
        JoinedAlong joined = along.joined();
        Map<String, Object> told = new LinkedHashMap<>();
        put(told, joined.relationship(), along.paths(), joined.table());
        told.put("parents", joined.parents());
        told.put("rows", joined.rows());
        return told;
    }

    private static void put(Map<String, Object> told, String relationship, List<String> paths, @Nullable Object table) {
        told.put("relationship", relationship);
        told.put("paths", paths);
        if (table != null) {
            told.put("table", table.toString());
        }
    }
}
