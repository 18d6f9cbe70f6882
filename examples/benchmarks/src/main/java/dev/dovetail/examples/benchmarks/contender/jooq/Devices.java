package dev.dovetail.examples.benchmarks.contender.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table devices, as generated classes would say it. */
public final class Devices {

    public static final Table<Record> TABLE = table(name("devices"));
    public static final Field<Long> ID = field(name("devices", "id"), SQLDataType.BIGINT);

    /** All columns, in the order of {@link Device}. */
    public static final List<Field<?>> COLUMNS = List.of(
            ID,
            field(name("devices", "serial"), SQLDataType.UUID),
            field(name("devices", "name"), SQLDataType.VARCHAR),
            field(name("devices", "model"), SQLDataType.VARCHAR),
            field(name("devices", "note_a"), SQLDataType.VARCHAR),
            field(name("devices", "note_b"), SQLDataType.VARCHAR),
            field(name("devices", "note_c"), SQLDataType.VARCHAR),
            field(name("devices", "note_d"), SQLDataType.VARCHAR),
            field(name("devices", "note_e"), SQLDataType.VARCHAR),
            field(name("devices", "note_f"), SQLDataType.VARCHAR),
            field(name("devices", "note_g"), SQLDataType.VARCHAR),
            field(name("devices", "note_h"), SQLDataType.VARCHAR),
            field(name("devices", "count_a"), SQLDataType.INTEGER),
            field(name("devices", "count_b"), SQLDataType.INTEGER),
            field(name("devices", "count_c"), SQLDataType.INTEGER),
            field(name("devices", "count_d"), SQLDataType.INTEGER),
            field(name("devices", "count_e"), SQLDataType.INTEGER),
            field(name("devices", "count_f"), SQLDataType.INTEGER),
            field(name("devices", "amount_a"), SQLDataType.NUMERIC),
            field(name("devices", "amount_b"), SQLDataType.NUMERIC),
            field(name("devices", "amount_c"), SQLDataType.NUMERIC),
            field(name("devices", "amount_d"), SQLDataType.NUMERIC),
            field(name("devices", "amount_e"), SQLDataType.NUMERIC),
            field(name("devices", "amount_f"), SQLDataType.NUMERIC),
            field(name("devices", "seen_a"), SQLDataType.TIMESTAMPWITHTIMEZONE),
            field(name("devices", "seen_b"), SQLDataType.TIMESTAMPWITHTIMEZONE),
            field(name("devices", "seen_c"), SQLDataType.TIMESTAMPWITHTIMEZONE),
            field(name("devices", "seen_d"), SQLDataType.TIMESTAMPWITHTIMEZONE),
            field(name("devices", "flag_a"), SQLDataType.BOOLEAN),
            field(name("devices", "flag_b"), SQLDataType.BOOLEAN));

    private Devices() {}
}
