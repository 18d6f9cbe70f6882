package dev.dovetail.jooq;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Index;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableSource;
import dev.dovetail.table.contract.ContractColumn;
import dev.dovetail.table.contract.ContractDatabase;
import dev.dovetail.table.contract.ContractTable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.CreateTableElementListStep;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Name;
import org.jooq.Nullability;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.SQLDataType;

/**
 * A database that jOOQ speaks to. What is its own is for a subclass to say: {@link #type the types} of columns, {@link
 * #value how values are written}, and what it cannot do.
 */
class JooqContractDatabase implements ContractDatabase {

    private static final int ROWS_PER_INSERT = 200;

    private final DSLContext plain;
    private final DSLContext counted;
    private final String schema;
    private final AtomicInteger statements = new AtomicInteger();

    /**
     * @param schema the schema of all tables, which is there; the database's name where that is the schema
     */
    JooqContractDatabase(DataSource dataSource, SQLDialect dialect, String schema) {
        this.plain = DSL.using(dataSource, dialect);
        this.schema = schema;
        this.counted = DSL.using(
                new DefaultConfiguration().set(dataSource).set(dialect).set(new Counter(statements)));
    }

    /** What tests and subclasses use, without counting. */
    final DSLContext plain() {
        return plain;
    }

    /** The context of sources, whose statements are counted. */
    final DSLContext counted() {
        return counted;
    }

    @Override
    public TableSource source() {
        // The number of statements must not depend on how fast the machine is.
        return JooqTableSource.on(counted)
                .roundTrips(RoundTrips.ONE_PER_RELATIONSHIP)
                .build();
    }

    @Override
    public TableName create(ContractTable description, List<Object[]> rows) {
        Name name = qualified(description.name());
        plain.dropTableIfExists(name).execute();
        CreateTableElementListStep table = plain.createTable(name);
        for (ContractColumn column : description.columns()) {
            table = table.column(name(column.name()), type(description, column).nullability(nullability(column)));
        }
        if (!description.primaryKey().isEmpty()) {
            table = table.constraint(constraint().primaryKey(names(description.primaryKey())));
        }
        table.execute();
        insert(description, rows);
        int number = 0;
        for (Index index : description.indexes()) {
            Name indexName =
                    name("contract_" + Integer.toHexString(description.name().hashCode()) + "_" + number++);
            createIndex(indexName, index, indexed(description.name()));
        }
        return TableName.of(schema, description.name());
    }

    private static Nullability nullability(ContractColumn column) {
        return column.nullable() ? Nullability.NULL : Nullability.NOT_NULL;
    }

    /** What the table is called where an index of it is created. */
    Name indexed(String table) {
        return qualified(table);
    }

    private void createIndex(Name indexName, Index index, Name table) {
        (index.unique() ? plain.createUniqueIndex(indexName) : plain.createIndex(indexName))
                .on(
                        table(table),
                        index.columns().stream()
                                .map(column -> field(name(column)))
                                .toList())
                .execute();
    }

    private void insert(ContractTable description, List<Object[]> rows) {
        List<ContractColumn> columns = description.columns();
        List<Field<Object>> fields =
                columns.stream().map(column -> field(name(column.name()))).toList();
        for (int from = 0; from < rows.size(); from += ROWS_PER_INSERT) {
            InsertValuesStepN<?> insert =
                    plain.insertInto(table(qualified(description.name()))).columns(fields);
            for (Object[] row : rows.subList(from, Math.min(rows.size(), from + ROWS_PER_INSERT))) {
                insert = insert.values(IntStream.range(0, row.length)
                        .mapToObj(i -> value(description, columns.get(i), row[i]))
                        .toList());
            }
            insert.execute();
        }
    }

    /** The type of a column. */
    DataType<?> type(ContractTable description, ContractColumn column) {
        return column.kind() == ColumnKind.ARRAY ? scalar(column.element()).array() : scalar(column.kind());
    }

    /** The types that jOOQ knows; an enumeration, and text of another flavour than plain, are a subclass's to say. */
    final DataType<?> scalar(ColumnKind kind) {
        return switch (kind) {
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case SMALLINT -> SQLDataType.SMALLINT;
            case INTEGER -> SQLDataType.INTEGER;
            case BIGINT -> SQLDataType.BIGINT;
            case DECIMAL -> SQLDataType.DECIMAL(38, 10);
            case REAL -> SQLDataType.REAL;
            case DOUBLE -> SQLDataType.DOUBLE;
            case TEXT -> SQLDataType.CLOB;
            case UUID -> SQLDataType.UUID;
            case DATE -> SQLDataType.LOCALDATE;
            case TIME -> SQLDataType.LOCALTIME(6);
            case TIME_WITH_ZONE -> SQLDataType.OFFSETTIME(6);
            case TIMESTAMP -> SQLDataType.LOCALDATETIME(6);
            case TIMESTAMP_WITH_ZONE -> SQLDataType.OFFSETDATETIME(6);
            case JSON -> SQLDataType.JSONB;
            case BINARY -> SQLDataType.BLOB;
            case ENUM, ARRAY, OTHER -> throw new UnsupportedOperationException("No type for " + kind);
        };
    }

    /** A value as it is inserted, null included. */
    Field<?> value(ContractTable description, ContractColumn column, Object value) {
        DataType<?> type = type(description, column);
        if (value instanceof LocalTime || value instanceof LocalDate || value instanceof LocalDateTime) {
            // jOOQ makes a java.sql.Time of it, which has no microseconds, or a date of the Julian calendar
            return cast(val(value.toString()), type);
        }
        return value instanceof List<?> list ? val(list.toArray(), type) : val(value, type);
    }

    @Override
    public void drop(TableName table) {
        plain.dropTable(qualified(table.name())).execute();
    }

    @Override
    public void dropColumn(TableName table, String column) {
        plain.alterTable(qualified(table.name())).dropColumn(name(column)).execute();
    }

    @Override
    public void renameColumn(TableName table, String column, String newName) {
        plain.alterTable(qualified(table.name()))
                .renameColumn(name(column))
                .to(name(newName))
                .execute();
    }

    @Override
    public int statements() {
        return statements.getAndSet(0);
    }

    final Name qualified(String table) {
        return name(schema, table);
    }

    private static Name[] names(List<String> columns) {
        return columns.stream().map(DSL::name).toArray(Name[]::new);
    }

    @Override
    public String toString() {
        return plain.dialect().getName();
    }

    private record Counter(AtomicInteger statements) implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void executeStart(ExecuteContext context) {
            statements.incrementAndGet();
        }
    }
}
