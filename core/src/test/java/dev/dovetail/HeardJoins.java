package dev.dovetail;

import dev.dovetail.listener.JoinFailure;
import dev.dovetail.listener.JoinInfo;
import dev.dovetail.listener.JoinListener;
import dev.dovetail.listener.JoinResult;
import dev.dovetail.listener.JoinWatch;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that keeps all that it hears. */
public final class HeardJoins implements JoinListener {

    private final List<JoinInfo> started = new CopyOnWriteArrayList<>();
    private final List<JoinResult> finished = new CopyOnWriteArrayList<>();
    private final List<JoinFailure> failed = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    @Override
    public JoinWatch started(JoinInfo join) {
        started.add(join);
        calls.add("started " + join.relationship());
        return new JoinWatch() {
            @Override
            public Scope loading() {
                calls.add("loading");
                return () -> calls.add("loaded");
            }

            @Override
            public void finished(JoinResult result) {
                finished.add(result);
                calls.add("finished");
            }

            @Override
            public void failed(JoinFailure failure) {
                failed.add(failure);
                calls.add("failed");
            }
        };
    }

    /** The batches, in the order in which they began. */
    public List<JoinInfo> started() {
        return started;
    }

    /** What came of those that did not fail. */
    public List<JoinResult> finished() {
        return finished;
    }

    /** What came of those that failed. */
    public List<JoinFailure> failed() {
        return failed;
    }

    /** All that it was told, in this order. */
    public List<String> calls() {
        return calls;
    }

    /** Each batch as {@code relationship keys+shared}. */
    public List<String> keys() {
        return started.stream()
                .map(join -> join.relationship() + " " + join.keys() + "+" + join.shared())
                .toList();
    }
}
