package dev.dovetail.examples.ignite;

import dev.dovetail.jooq.JooqTableSource;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Index;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableSource;
import dev.dovetail.table.contract.ContractColumn;
import dev.dovetail.table.contract.ContractDatabase;
import dev.dovetail.table.contract.ContractTable;
import dev.dovetail.table.contract.Flavour;
import dev.dovetail.table.contract.Gap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** The tests' cluster. */
final class IgniteContractDatabase implements ContractDatabase {

    private static final String SCHEMA = "PUBLIC";
    private static final int LARGEST_UNION = 32;

    private final Map<String, CreatedTable> tables = new HashMap<>();
    private final AtomicInteger statements = new AtomicInteger();
    private final Sql sql;
    private final HiddenKeys hiddenKeys;
    private final DSLContext counted;

    IgniteContractDatabase(LocalCluster cluster) {
        DataSource dataSource = Clients.dataSource(cluster);
        this.sql = new Sql(dataSource);
        this.hiddenKeys = new HiddenKeys(cluster);
        this.counted = DSL.using(new DefaultConfiguration()
                .set(dataSource)
                .set(SQLDialect.IGNITE)
                .set(new Counter(statements)));
    }

    private record CreatedTable(ContractTable table, List<Object[]> rows, boolean hasHiddenKey) {}

    @Override
    public TableSource source() {
        return JooqTableSource.of(counted);
    }

    @Override
    public TableName create(ContractTable table, List<Object[]> rows) {
        table.columns().forEach(Types::of);
        if (tables.containsKey(table.name())) {
            drop(TableName.of(SCHEMA, table.name()));
        }
        boolean hidden = table.columns().stream()
                .allMatch(column ->
                        table.primaryKey().isEmpty() || table.primaryKey().contains(column.name()));
        if (hidden) {
            hiddenKeys.create(table);
        } else {
            sql.create(table);
        }
        tables.put(table.name(), new CreatedTable(table, rows, hidden));
        sql.insert(table, rows, hidden);
        int number = 0;
        for (Index index : table.indexes()) {
            sql.index(table.name(), number++, index.columns());
        }
        return TableName.of(SCHEMA, table.name());
    }

    @Override
    public void drop(TableName table) {
        CreatedTable created = tables.remove(table.name());
        if (created.hasHiddenKey()) {
            hiddenKeys.drop(table.name());
        } else {
            sql.run("drop table " + Sql.quoted(table.name()));
        }
    }

    /** A table must have a column besides its key. */
    @Override
    public void dropColumn(TableName table, String column) {
        String alter = "alter table " + Sql.quoted(table.name());
        sql.run(alter + " add column \"spare\" int");
        sql.run(alter + " drop column " + Sql.quoted(column));
    }

    /** Ignite renames no columns: the table is made again. */
    @Override
    public void renameColumn(TableName table, String column, String newName) {
        CreatedTable created = tables.get(table.name());
        ContractTable old = created.table();
        List<ContractColumn> columns = old.columns().stream()
                .map(other -> other.name().equals(column) ? named(other, newName) : other)
                .toList();
        List<String> key = old.primaryKey().stream()
                .map(name -> name.equals(column) ? newName : name)
                .toList();
        create(new ContractTable(old.name(), columns, key, List.of()), created.rows());
    }

    private static ContractColumn named(ContractColumn column, String name) {
        return new ContractColumn(name, column.kind(), column.nullable(), column.flavour(), column.element());
    }

    @Override
    public int statements() {
        return statements.getAndSet(0);
    }

    @Override
    public boolean has(ContractColumn column) {
        return column.flavour() == Flavour.PLAIN && Types.has(column.kind());
    }

    @Override
    public Set<Gap> gaps() {
        return Set.of(Gap.DISTINCT_ON, Gap.RELATED_FILTERS, Gap.RELATED_ORDERS, Gap.UNIQUE_INDEXES, Gap.ANY_NAME);
    }

    /** Rows and aggregates are asked for apart, in unions of as many keys as a power of two. */
    @Override
    public int statementsFor(int keys) {
        return 2 * (keys / LARGEST_UNION + Integer.bitCount(keys % LARGEST_UNION));
    }

    @Override
    public String toString() {
        return "Ignite";
    }

    /** The types of columns. */
    static final class Types {

        private static final Map<ColumnKind, String> NAMES = Map.ofEntries(
                Map.entry(ColumnKind.BOOLEAN, "boolean"),
                Map.entry(ColumnKind.SMALLINT, "smallint"),
                Map.entry(ColumnKind.INTEGER, "int"),
                Map.entry(ColumnKind.BIGINT, "bigint"),
                Map.entry(ColumnKind.DECIMAL, "decimal(38, 10)"),
                Map.entry(ColumnKind.REAL, "real"),
                Map.entry(ColumnKind.DOUBLE, "double"),
                Map.entry(ColumnKind.TEXT, "varchar"),
                Map.entry(ColumnKind.UUID, "uuid"),
                Map.entry(ColumnKind.DATE, "date"),
                Map.entry(ColumnKind.TIMESTAMP, "timestamp"),
                Map.entry(ColumnKind.BINARY, "varbinary"));

        private Types() {}

        static boolean has(ColumnKind kind) {
            return NAMES.containsKey(kind);
        }

        static String of(ContractColumn column) {
            if (!has(column.kind())) {
                throw new UnsupportedOperationException(
                        "Ignite has no type for " + column.kind() + ", or none with microseconds");
            }
            return NAMES.get(column.kind());
        }
    }

    private record Counter(AtomicInteger statements) implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void executeStart(ExecuteContext context) {
            statements.incrementAndGet();
        }
    }

    static String list(List<String> names) {
        return names.stream().map(Sql::quoted).collect(Collectors.joining(", "));
    }
}
