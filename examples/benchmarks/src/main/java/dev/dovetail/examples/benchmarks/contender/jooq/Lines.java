package dev.dovetail.examples.benchmarks.contender.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table lines, as generated classes would say it. */
public final class Lines {

    public static final Table<Record> TABLE = table(name("lines"));
    public static final Field<Long> ID = field(name("lines", "id"), SQLDataType.BIGINT);
    public static final Field<Long> REPORT_ID = field(name("lines", "report_id"), SQLDataType.BIGINT);

    /** All columns, in the order of {@link Line}. */
    public static final List<Field<?>> COLUMNS = List.of(
            ID,
            REPORT_ID,
            field(name("lines", "account"), SQLDataType.VARCHAR),
            field(name("lines", "partner"), SQLDataType.UUID),
            field(name("lines", "booked"), SQLDataType.LOCALDATE),
            field(name("lines", "amount"), SQLDataType.NUMERIC),
            field(name("lines", "currency"), SQLDataType.VARCHAR),
            field(name("lines", "quantity"), SQLDataType.INTEGER),
            field(name("lines", "rate"), SQLDataType.DOUBLE),
            field(name("lines", "settled"), SQLDataType.BOOLEAN),
            field(name("lines", "created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE));

    private Lines() {}
}
