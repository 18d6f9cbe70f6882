package dev.dovetail.examples.benchmarks.harness;

import dev.dovetail.examples.benchmarks.contender.Contender;
import dev.dovetail.examples.benchmarks.contender.Entry;
import dev.dovetail.examples.benchmarks.request.Case;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What contenders answer before they are measured: an error is fast, too. */
final class Answers {

    private Answers() {}

    /**
     * Lets each answer a request once.
     *
     * @throws IllegalStateException if not all answer with the same bytes
     */
    static void check(Case request, Map<String, Contender> contenders) {
        byte @Nullable [] first = null;
        for (Map.Entry<String, Contender> each : contenders.entrySet()) {
            if (Entry.YARDSTICKS.contains(each.getKey())) {
                continue;
            }
            byte[] answer = each.getValue().answer(request);
            if (first != null && !Arrays.equals(first, answer)) {
                throw new IllegalStateException(each.getKey() + " answers " + request.name() + " in another way");
            }
            first = answer;
        }
    }
}
