package dev.dovetail.jooq.internal.postgres;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.raw;

import dev.dovetail.jooq.internal.statement.BindType;
import dev.dovetail.jooq.internal.statement.Binds;
import dev.dovetail.jooq.internal.statement.Slot;
import dev.dovetail.table.ColumnType;
import org.jooq.Field;

/**
 * Values in SQL, or {@link Slot}s for them: always a parameter, cast to the column's own type, which decides by what
 * equality it is compared.
 *
 * <p>A list is one parameter as well, so that one text serves lists of all sizes.
 */
public final class PostgresBinds {

    private PostgresBinds() {}

    public static Field<Object> value(ColumnType type, Object value) {
        return bind(value, PostgresBindTypes.of(type), type.databaseType());
    }

    static Field<Object> array(ColumnType element, Object values) {
        return bind(values, PostgresBindTypes.arrayOf(element), element.databaseType() + "[]");
    }

    static Field<Object> text(Object text) {
        return text(text, PostgresBindTypes.TEXT);
    }

    static Field<Object> text(Object text, BindType type) {
        return bind(text, type, "pg_catalog.text");
    }

    static Field<Object> texts(Object texts) {
        return texts(texts, PostgresBindTypes.TEXTS);
    }

    static Field<Object> texts(Object texts, BindType type) {
        return bind(texts, type, "pg_catalog.text[]");
    }

    static Field<Long> number(Object number) {
        return field("{0}", Long.class, Binds.parameter(number, PostgresBindTypes.NUMBER));
    }

    private static Field<Object> bind(Object value, BindType bindType, String type) {
        return field("cast({0} as {1})", Object.class, Binds.parameter(value, bindType), raw(type));
    }
}
