package dev.dovetail.internal.arguments;

import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a client wants to be counted. */
public final class Counts {

    private Counts() {}

    /**
     * The count that the arguments of a {@code count} field mean.
     *
     * @throws dev.dovetail.internal.failure.FieldFailure if the caller may not read a column
     */
    public static Aggregate read(
            TableType type, Grant grant, Vocabulary words, Map<String, ? extends @Nullable Object> arguments) {
        String name = words.own("columns");
        Object fields = arguments.get(name);
        List<Column> columns = new ArrayList<>();
        if (fields != null) {
            for (Object field : Arguments.list(fields, name)) {
                columns.add(Columns.shown(
                        type, grant, Arguments.notNull(field, name).toString(), name));
            }
        }
        boolean distinct = !columns.isEmpty() && Boolean.TRUE.equals(arguments.get(words.own("distinct")));
        return new Aggregate(AggregateFunction.COUNT, columns, distinct);
    }
}
