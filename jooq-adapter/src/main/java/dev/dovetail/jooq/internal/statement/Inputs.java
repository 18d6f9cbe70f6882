package dev.dovetail.jooq.internal.statement;

import dev.dovetail.table.TableRequest;
import java.util.List;

/**
 * What one batch fills a statement with that other batches share.
 *
 * @param values the values in the request's query, in the order in which {@link Shaping} comes across them
 * @param levels of a tree, what each level would have for a statement of its own; else empty
 */
public record Inputs(TableRequest request, List<Object> values, List<Inputs> levels) {

    public Inputs(TableRequest request, List<Object> values) {
        this(request, values, List.of());
    }
}
