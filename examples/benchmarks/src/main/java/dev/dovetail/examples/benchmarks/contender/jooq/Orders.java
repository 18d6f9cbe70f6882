package dev.dovetail.examples.benchmarks.contender.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table orders, as generated classes would say it. */
public final class Orders {

    public static final Table<Record> TABLE = table(name("orders"));
    public static final Field<Long> ID = field(name("orders", "id"), SQLDataType.BIGINT);
    public static final Field<Long> USER_ID = field(name("orders", "user_id"), SQLDataType.BIGINT);
    public static final Field<BigDecimal> TOTAL = field(name("orders", "total"), SQLDataType.NUMERIC);
    public static final Field<Integer> QUANTITY = field(name("orders", "quantity"), SQLDataType.INTEGER);

    /** All columns, in the order of {@link Order}. */
    public static final List<Field<?>> COLUMNS = List.of(
            ID,
            USER_ID,
            field(name("orders", "status"), SQLDataType.VARCHAR),
            TOTAL,
            QUANTITY,
            field(name("orders", "paid"), SQLDataType.BOOLEAN),
            field(name("orders", "note"), SQLDataType.VARCHAR),
            field(name("orders", "created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE));

    private Orders() {}
}
