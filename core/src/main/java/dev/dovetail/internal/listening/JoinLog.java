package dev.dovetail.internal.listening;

import dev.dovetail.listener.JoinFailure;
import dev.dovetail.listener.JoinInfo;
import dev.dovetail.listener.JoinResult;
import dev.dovetail.listener.JoinWatch;
import dev.dovetail.listener.JoinedAlong;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each batch. */
record JoinLog(JoinInfo join) implements JoinWatch {

    /** A name of its own, which stays when classes are renamed. */
    private static final Logger LOG = LoggerFactory.getLogger("dev.dovetail.joins");

    private static final double NANOS_PER_MILLI = 1e6;

    /** Whether anybody reads it. */
    static boolean isRead() {
        return LOG.isDebugEnabled();
    }

    @Override
    public void finished(JoinResult result) {
        LOG.debug(
                "{}: {}, {} row(s){} by {} statement(s) in {} ms{}",
                join.relationship(),
                keys(),
                result.rows(),
                result.failedKeys() == 0 ? "" : ", " + result.failedKeys() + " key(s) failed,",
                result.statements().size(),
                millis(result.time()),
                along(result));
    }

    @Override
    public void failed(JoinFailure failure) {
        LOG.debug(
                "{}: {}, {} after {} statement(s) in {} ms: {}",
                join.relationship(),
                keys(),
                failure.cancelled() ? "cancelled" : failure.code().code(),
                failure.statements().size(),
                millis(failure.time()),
                failure.cause().getName());
    }

    private String keys() {
        String keys = join.keys() + " key(s)";
        return (join.shared() == 0 ? keys : keys + " (" + join.shared() + " more shared)")
                + (join.table() == null ? "" : " of " + join.table());
    }

    private static String along(JoinResult result) {
        return result.along().stream()
                .map(JoinLog::of)
                .collect(Collectors.joining(", ", result.along().isEmpty() ? "" : "; along: ", ""));
    }

    private static String of(JoinedAlong along) {
        return along.relationship() + " (" + along.rows() + " row(s))";
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / NANOS_PER_MILLI);
    }
}
