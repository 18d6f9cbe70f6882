package dev.dovetail.internal.join;

import dev.dovetail.internal.batch.Lookups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/**
 * Answers the loads that one relationship collected on a level of a request.
 *
 * <p>A load's answer is the field's value (a row or a list of rows) or a
 * {@link dev.dovetail.internal.failure.FieldFailure}; a key without an answer has no row. It never fails as a whole, so that
 * each field gets its own error.
 */
final class JoinBatch implements MappedBatchLoader<JoinLoad, Object> {

    private final Levels levels;

    JoinBatch(Execution execution) {
        this.levels = new Levels(execution);
    }

    @Override
    public CompletionStage<Map<JoinLoad, Object>> load(Set<JoinLoad> loads) {
        return Lookups.ofEachPlan(
                this,
                loads,
                load -> load.field().plan().caller(),
                caller -> caller.context(),
                (caller, ofCaller) -> answers(ofCaller));
    }

    private CompletionStage<Map<JoinLoad, Object>> answers(List<JoinLoad> loads) {
        Map<FieldPlan, List<JoinLoad>> byField = new LinkedHashMap<>();
        for (JoinLoad load : loads) {
            byField.computeIfAbsent(load.field(), key -> new ArrayList<>()).add(load);
        }
        Map<JoinLoad, Object> answers = new HashMap<>(2 * loads.size());
        Level first = new Level();
        byField.forEach((field, ofField) -> {
            Level.Field parents = first.add(new FieldValues(field, new Loads(ofField, answers)), ofField.size());
            for (int i = 0; i < ofField.size(); i++) {
                parents.key(i, ofField.get(i).key());
            }
            if (field.place() != null) {
                parents.asked(field.place().takeAsked());
            }
        });
        return levels.load(first).thenApply(done -> answers);
    }

    /** The fields that asked, whose answers are kept until all are there. */
    private record Loads(List<JoinLoad> loads, Map<JoinLoad, Object> answers) implements Level.Parents {

        @Override
        public void join(int parent, @Nullable Object value) {
            if (value != null) {
                answers.put(loads.get(parent), value);
            }
        }
    }
}
