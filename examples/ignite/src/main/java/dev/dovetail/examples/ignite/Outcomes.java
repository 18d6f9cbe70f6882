package dev.dovetail.examples.ignite;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * What became of requests.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
final class Outcomes {

    final LongAdder sent = new LongAdder();
    final LongAdder right = new LongAdder();
    final LongAdder coded = new LongAdder();
    private final Queue<Object> wrong = new ConcurrentLinkedQueue<>();

    void wrong(Object answer) {
        wrong.add(answer);
    }

    /** Answers that were neither right nor said, with a code, what is missing. */
    Queue<Object> wrong() {
        return wrong;
    }

    /** How many requests have no answer. */
    long lost() {
        return sent.sum() - right.sum() - coded.sum() - wrong.size();
    }

    @Override
    public String toString() {
        return "requests " + sent + ", right " + right + ", errors with a code " + coded + ", false " + wrong.size()
                + ", lost " + lost();
    }
}
