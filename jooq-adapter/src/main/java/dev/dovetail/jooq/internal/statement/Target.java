package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;

/**
 * A table in a statement, under an alias.
 *
 * @param from what stands in the statement's {@code from}
 */
public record Target(Name alias, org.jooq.Table<?> from) {

    /** With the rows that the conditions of the host's own in a filter leave; the rest of the filter is not applied. */
    static Target of(Table table, Filter filter, Name alias) {
        TableName tableName = table.name();
        org.jooq.Table<?> whole = DSL.table(name(tableName.schema(), tableName.name()));
        return new Target(
                alias,
                HostCondition.in(filter)
                        .<org.jooq.Table<?>>map(conditions -> hosts(whole, conditions, alias))
                        .orElseGet(() -> whole.as(alias)));
    }

    /** The host's conditions name the table itself. The server makes no difference between this and the plain table. */
    private static org.jooq.Table<?> hosts(org.jooq.Table<?> whole, Condition conditions, Name alias) {
        return select(asterisk()).from(whole).where(conditions).asTable(alias);
    }

    public Field<Object> column(Column column) {
        return field(alias.append(name(column.name())), Object.class);
    }
}
