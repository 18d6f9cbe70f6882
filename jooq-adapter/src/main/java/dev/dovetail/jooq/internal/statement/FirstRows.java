package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/**
 * Of rows no two of which may agree, the first: for databases without {@code distinct on}.
 *
 * @param outputs what the rows have, the values of the order among them
 */
record FirstRows(Parts parts, Outputs outputs) {

    private static final Name ALL = name("f");
    private static final Name NUMBERED = name("g");
    private static final Name PLACE = name("place");

    /**
     * The rows of a select that are left.
     *
     * @param others what the select gives besides the outputs; no two rows that differ in it agree
     */
    Select<?> select(List<Name> others, Select<?> rows) {
        List<Field<?>> agreeing = new ArrayList<>();
        others.forEach(name -> agreeing.add(field(ALL.append(name))));
        agreeing.addAll(parts.distinctOn(outputs.terms(ALL)));
        SelectField<?> place = rowNumber()
                .over()
                .partitionBy(agreeing)
                .orderBy(parts.by(outputs.terms(ALL)))
                .as(PLACE);
        List<SelectField<?>> numbered = all(others, ALL);
        numbered.add(place);
        return DSL.select(all(others, NUMBERED))
                .from(DSL.select(numbered).from(rows.asTable(ALL)).asTable(NUMBERED))
                .where(field(NUMBERED.append(PLACE), Long.class).eq(inline(1L)));
    }

    private List<SelectField<?>> all(List<Name> others, Name alias) {
        List<SelectField<?>> all = new ArrayList<>();
        others.forEach(name -> all.add(field(alias.append(name)).as(name)));
        all.addAll(outputs.passedOn(alias));
        return all;
    }
}
