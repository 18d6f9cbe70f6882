package dev.dovetail.internal.join;

import dev.dovetail.internal.model.Vocabulary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was computed of the rows of an array relationship, with the rows themselves. */
record AggregateAnswer(RowsAnswer rows, AggregateLayout layout, Vocabulary words) implements Answer {

    @Override
    public Object of(List<@Nullable Object[]> found, @Nullable Object @Nullable [] aggregates, RowMaker maker) {
        Object nodes = rows.of(found, aggregates, maker);
        return nodes instanceof Rows
                ? new JoinedForm(
                        maker.layout(),
                        Map.of(
                                words.own("aggregate"),
                                new AggregateValues(layout, aggregates),
                                words.own("nodes"),
                                nodes))
                : nodes;
    }
}
