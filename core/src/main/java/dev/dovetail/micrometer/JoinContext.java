package dev.dovetail.micrometer;

import dev.dovetail.listener.JoinFailure;
import dev.dovetail.listener.JoinInfo;
import dev.dovetail.listener.JoinResult;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What conventions and handlers know of a batch.
 *
 * <p><b>Thread-safety:</b> as any observation's context, used by one thread after the other.
 */
@SuppressWarnings("exports") // who observes requires Micrometer's module
public final class JoinContext extends Observation.Context {

    private final JoinInfo join;
    private @Nullable JoinResult result;
    private @Nullable JoinFailure failure;

    JoinContext(JoinInfo join) {
        this.join = join;
    }

    void finished(JoinResult found) {
        result = found;
    }

    void failed(JoinFailure reason) {
        failure = reason;
    }

    /** What is looked up. */
    public JoinInfo join() {
        return join;
    }

    /** What was found; null until then, and if the batch failed. */
    public @Nullable JoinResult result() {
        return result;
    }

    /** Why the batch failed; null unless it did. */
    public @Nullable JoinFailure failure() {
        return failure;
    }
}
