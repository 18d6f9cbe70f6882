package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import dev.dovetail.table.TableQuery;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectQuery;
import org.jooq.impl.DSL;

/**
 * The shape that has a select for each key, one behind the other: for databases with neither {@code lateral} nor window
 * functions. Its text names each key, and grows with their number. It gives rows, or aggregates of some of the rows of
 * each key, and not both.
 */
public final class UnionRows {

    private static final Name CHOSEN = name("p");

    /** A node adds it to the offset in 32 bits. */
    private static final long NO_LIMIT = Integer.MAX_VALUE / 2;

    private final Parts parts;
    private final TableQuery query;
    private final Keys keys;

    public UnionRows(Parts parts, Keys keys) {
        this.parts = parts;
        this.query = parts.query();
        this.keys = keys;
    }

    /**
     * The statement.
     *
     * @param count how many keys there are
     */
    public SelectQuery<?> select(int count) {
        SelectQuery<?> first = ofKey(0);
        return count == 1 ? first : all(first, count);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // all have the columns of the first
    private SelectQuery<?> all(SelectQuery first, int count) {
        Select all = IntStream.range(1, count)
                .mapToObj(this::ofKey)
                .reduce((Select) first, (some, next) -> some.unionAll((Select) next), (some, others) -> others);
        return (SelectQuery<?>) all;
    }

    private SelectQuery<?> ofKey(int ordinal) {
        Condition match = keys.matchOf(ordinal, parts.target()::column);
        SelectField<?> number = inline(ordinal + 1L).as(Keys.ORDINAL);
        return query.aggregates().isEmpty() ? rows(number, match) : aggregates(number, match);
    }

    /** The values of the order are among the columns, since a union's select is ordered by what it gives. */
    private SelectQuery<?> rows(SelectField<?> number, Condition match) {
        Outputs outputs = new Outputs(query.columns(), parts.terms().size());
        return new OneKey(parts, match, new Most(query.rowsPerKey(), false)).select(number, outputs);
    }

    /** Grouped, as databases will not have a constant beside aggregates; there is nothing for a key without rows. */
    private SelectQuery<?> aggregates(SelectField<?> number, Condition match) {
        Outputs inputs = new Outputs(parts.aggregatedColumns(), parts.terms().size());
        SelectQuery<?> chosen = new OneKey(parts, match, Most.ALL).select(number, inputs);
        if (!parts.hasLimit()) {
            chosen.addLimit(inline(NO_LIMIT)); // Ignite forgets an offset that stands alone in a derived table
        }
        Field<Long> ordinal = field(CHOSEN.append(Keys.ORDINAL), Long.class);
        return DSL.select(Parts.listOf(ordinal, parts.aggregates(inputs.columns(CHOSEN))))
                .from(chosen.asTable(CHOSEN))
                .groupBy(ordinal)
                .getQuery();
    }
}
