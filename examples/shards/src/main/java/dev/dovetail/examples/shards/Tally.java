package dev.dovetail.examples.shards;

import java.util.concurrent.atomic.LongAdder;

/** What became of the requests of a load. Thread-safe. */
final class Tally {

    final LongAdder requests = new LongAdder();
    final LongAdder right = new LongAdder();
    final LongAdder partial = new LongAdder();
    final LongAdder codedErrors = new LongAdder();
    final LongAdder otherErrors = new LongAdder();
    final LongAdder needlessErrors = new LongAdder();
    final LongAdder falseAnswers = new LongAdder();

    long lost() {
        return requests.sum() - right.sum() - partial.sum() - falseAnswers.sum();
    }

    /** Whether a shard was missed, and nothing else. */
    boolean isGood() {
        return right.sum() > 0
                && partial.sum() > 0
                && otherErrors.sum() == 0
                && needlessErrors.sum() == 0
                && falseAnswers.sum() == 0
                && lost() == 0;
    }

    @Override
    public String toString() {
        return """
                requests                     %7d
                right and whole answers      %7d
                right but partial answers    %7d
                coded errors in these        %7d
                other errors                 %7d
                errors for keys of shards up %7d
                false answers                %7d
                lost requests                %7d""".formatted(
                        requests.sum(),
                        right.sum(),
                        partial.sum(),
                        codedErrors.sum(),
                        otherErrors.sum(),
                        needlessErrors.sum(),
                        falseAnswers.sum(),
                        lost());
    }
}
