package dev.dovetail.internal.join;

import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.table.JoinKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is looked up at one time: for each plan its keys, whichever fields of whichever parents want them. */
final class Level {

    private final Map<Plan, Batch> batches = new LinkedHashMap<>();

    /** Those that values are for. */
    interface Parents {

        /**
         * Gives a parent its value.
         *
         * @param value what its field shows, or the failure that it shows
         */
        void join(int parent, @Nullable Object value);
    }

    Collection<Batch> batches() {
        return batches.values();
    }

    /** Adds the values of a field for so many parents, whose keys are added next. */
    Field add(FieldValues values, int size) {
        Batch batch = batches.computeIfAbsent(values.field().plan(), Batch::new);
        Field field = new Field(batch, values, size);
        batch.fields.add(field);
        return field;
    }

    /** Adds a field of rows, by the keys that they carry. */
    void add(Below below, List<Row> rows) {
        Field field = add(below.valuesOf(rows), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            try {
                JoinKey key = below.keys().read(rows.get(i));
                if (key != null) {
                    field.key(i, key);
                }
            } catch (FieldFailure failure) {
                field.fail(i, failure);
            }
        }
    }

    /** The keys that are looked up by one plan, each once. */
    static final class Batch {

        private final Plan plan;
        private final Map<JoinKey, Integer> ordinals = new HashMap<>();
        private final List<JoinKey> keys = new ArrayList<>();
        private final List<Field> fields = new ArrayList<>();

        Batch(Plan plan) {
            this.plan = plan;
        }

        Plan plan() {
            return plan;
        }

        List<JoinKey> keys() {
            return keys;
        }

        /** The fields that want the rows of these keys. */
        List<Field> fields() {
            return fields;
        }

        /** The plans of these fields. */
        List<FieldPlan> fieldPlans() {
            return fields.stream().map(field -> field.values().field()).toList();
        }

        /** How many keys parents asked for, equal ones included. */
        int asked() {
            return fields.stream().mapToInt(field -> field.asked).sum();
        }

        private int ordinal(JoinKey key) {
            Integer known = ordinals.putIfAbsent(key, keys.size());
            if (known != null) {
                return known;
            }
            keys.add(key);
            return keys.size() - 1;
        }
    }

    /** One field, and the places of its parents' keys. */
    static final class Field {

        private final Batch batch;
        private final FieldValues values;
        private final int[] ordinals;
        private int asked;

        Field(Batch batch, FieldValues values, int size) {
            this.batch = batch;
            this.values = values;
            this.ordinals = new int[size];
            Arrays.fill(ordinals, FieldValues.NO_KEY);
        }

        FieldValues values() {
            return values;
        }

        int[] ordinals() {
            return ordinals;
        }

        void key(int parent, JoinKey key) {
            ordinals[parent] = batch.ordinal(key);
            asked++;
        }

        /**
         * Says how many parents asked, where loaders have put equal ones together.
         *
         * @param keys how many they asked for
         */
        void asked(int keys) {
            asked = Math.max(asked, keys);
        }

        /** A parent that has no key that could be looked up. */
        void fail(int parent, FieldFailure failure) {
            ordinals[parent] = FieldValues.SETTLED;
            values.parents().join(parent, failure);
        }
    }
}
