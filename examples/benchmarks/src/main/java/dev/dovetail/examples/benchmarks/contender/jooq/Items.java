package dev.dovetail.examples.benchmarks.contender.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table items, as generated classes would say it. */
public final class Items {

    public static final Table<Record> TABLE = table(name("items"));
    public static final Field<Long> ID = field(name("items", "id"), SQLDataType.BIGINT);
    public static final Field<Long> ORDER_ID = field(name("items", "order_id"), SQLDataType.BIGINT);

    /** All columns, in the order of {@link Item}. */
    public static final List<Field<?>> COLUMNS = List.of(
            ID,
            ORDER_ID,
            field(name("items", "product"), SQLDataType.VARCHAR),
            field(name("items", "quantity"), SQLDataType.INTEGER),
            field(name("items", "price"), SQLDataType.NUMERIC),
            field(name("items", "weight"), SQLDataType.DOUBLE),
            field(name("items", "packed"), SQLDataType.BOOLEAN),
            field(name("items", "note"), SQLDataType.VARCHAR));

    private Items() {}
}
