package dev.dovetail.examples.benchmarks.contender.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table users, as generated classes would say it. */
public final class Users {

    public static final Table<Record> TABLE = table(name("users"));
    public static final Field<Long> ID = field(name("users", "id"), SQLDataType.BIGINT);

    /** All columns, in the order of {@link User}. */
    public static final List<Field<?>> COLUMNS = List.of(
            ID,
            field(name("users", "public_id"), SQLDataType.UUID),
            field(name("users", "name"), SQLDataType.VARCHAR),
            field(name("users", "email"), SQLDataType.VARCHAR),
            field(name("users", "city"), SQLDataType.VARCHAR),
            field(name("users", "age"), SQLDataType.INTEGER),
            field(name("users", "balance"), SQLDataType.NUMERIC),
            field(name("users", "created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE));

    private Users() {}
}
