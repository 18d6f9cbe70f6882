package dev.dovetail.examples.benchmarks.contender.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table stock, as generated classes would say it. */
public final class StockTable {

    public static final Table<Record> TABLE = table(name("stock"));
    public static final Field<UUID> WAREHOUSE_ID = field(name("stock", "warehouse_id"), SQLDataType.UUID);
    public static final Field<String> SKU = field(name("stock", "sku"), SQLDataType.VARCHAR);

    /** All columns, in the order of {@link Stock}. */
    public static final List<Field<?>> COLUMNS = List.of(
            WAREHOUSE_ID,
            SKU,
            field(name("stock", "quantity"), SQLDataType.INTEGER),
            field(name("stock", "reserved"), SQLDataType.INTEGER),
            field(name("stock", "price"), SQLDataType.NUMERIC),
            field(name("stock", "bin"), SQLDataType.VARCHAR),
            field(name("stock", "counted_at"), SQLDataType.TIMESTAMPWITHTIMEZONE));

    private StockTable() {}
}
