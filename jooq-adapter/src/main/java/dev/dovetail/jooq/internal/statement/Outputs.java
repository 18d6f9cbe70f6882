package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.dovetail.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/**
 * What a select within a statement gives to the one around it, under names of Dovetail's own, since a table may have
 * columns of any name.
 *
 * @param columns the columns that it gives
 * @param terms how many terms of the order it gives the values of
 * @param results whose results these are; null if they are for another select
 */
public record Outputs(
        List<Column> columns, int terms, @Nullable Parts results) {

    public Outputs(List<Column> columns, int terms) {
        this(columns, terms, null);
    }

    /** The same of the outermost select, which gives them to the dialect's readers. */
    Outputs asResults(Parts parts) {
        return new Outputs(columns, terms, parts);
    }

    /** The select list over a target. */
    List<SelectField<?>> of(Target target, List<Field<Object>> orderValues) {
        List<SelectField<?>> list = new ArrayList<>();
        for (Column column : columns) {
            list.add(given(list.size(), target.column(column)).as(columnName(list.size())));
        }
        for (int i = 0; i < terms; i++) {
            list.add(givenTerm(i, orderValues.get(i)).as(termName(i)));
        }
        return list;
    }

    /** The select list over another select with the same outputs. */
    List<SelectField<?>> passedOn(Name alias) {
        List<SelectField<?>> list = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            list.add(given(i, column(alias, i)).as(columnName(i)));
        }
        for (int i = 0; i < terms; i++) {
            list.add(givenTerm(i, term(alias, i)).as(termName(i)));
        }
        return list;
    }

    /** As the result of the statement: the first columns and, if wanted, the values of the order. */
    List<SelectField<?>> results(Name alias, int columnCount, boolean positions) {
        List<SelectField<?>> list = new ArrayList<>();
        for (int i = 0; i < columnCount; i++) {
            list.add(given(i, column(alias, i)));
        }
        for (int i = 0; positions && i < terms; i++) {
            list.add(givenTerm(i, term(alias, i)));
        }
        return list;
    }

    /** Where the select of this alias has a column. */
    Function<Column, Field<Object>> columns(Name alias) {
        return column -> column(alias, columns.indexOf(column));
    }

    /** The values of the order in the select of this alias. */
    List<Field<Object>> terms(Name alias) {
        return IntStream.range(0, terms).mapToObj(i -> term(alias, i)).toList();
    }

    /** The values of the order in the select itself, as its own order may name them. */
    List<Field<Object>> ownTerms() {
        return IntStream.range(0, terms)
                .mapToObj(i -> field(termName(i), Object.class))
                .toList();
    }

    /** The same; where the select gives something else of a value, what that is made of, which may be in an index. */
    List<Field<Object>> ownTerms(List<Field<Object>> orderValues) {
        List<Field<Object>> own = new ArrayList<>(ownTerms());
        for (int i = 0; i < terms; i++) {
            Field<Object> value = orderValues.get(i);
            if (!givenTerm(i, value).equals(value)) {
                own.set(i, value);
            }
        }
        return own;
    }

    private Field<Object> given(int position, Field<Object> value) {
        return results == null
                ? value
                : results.expressions().result(columns.get(position).type(), value);
    }

    private Field<Object> givenTerm(int position, Field<Object> value) {
        return results == null
                ? value
                : results.expressions()
                        .result(results.order().get(position).term().type(), value);
    }

    private static Field<Object> column(Name alias, int position) {
        return field(alias.append(columnName(position)), Object.class);
    }

    private static Field<Object> term(Name alias, int position) {
        return field(alias.append(termName(position)), Object.class);
    }

    private static Name columnName(int position) {
        return name("c" + position);
    }

    private static Name termName(int position) {
        return name("o" + position);
    }
}
