package dev.dovetail.jooq;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.TableName;
import dev.dovetail.table.contract.ContractColumn;
import dev.dovetail.table.contract.ContractTable;
import dev.dovetail.table.contract.Flavour;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;

/** DuckDB in memory. */
final class DuckContractDatabase extends JooqContractDatabase {

    DuckContractDatabase() {
        super(inMemory(), SQLDialect.DUCKDB, "contract");
        plain().createSchema("contract").execute();
    }

    private static HikariDataSource inMemory() {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl("jdbc:duckdb:memory:contract");
        dataSource.setMaximumPoolSize(8);
        return dataSource;
    }

    @Override
    public boolean has(ContractColumn column) {
        return column.flavour() != Flavour.PADDED;
    }

    @Override
    DataType<?> type(ContractTable description, ContractColumn column) {
        if (column.kind() == ColumnKind.ENUM) {
            return named(ContractColumn.LABELS.stream()
                    .map(label -> "'" + label + "'")
                    .collect(Collectors.joining(", ", "enum(", ")")));
        }
        return switch (column.flavour()) {
            case CASE_INSENSITIVE -> SQLDataType.VARCHAR.collation(DSL.collation("nocase"));
            case ACCENT_INSENSITIVE -> SQLDataType.VARCHAR.collation(DSL.collation("noaccent"));
            default -> plain(description, column);
        };
    }

    /** The types of times have no precision. */
    private DataType<?> plain(ContractTable description, ContractColumn column) {
        return switch (column.kind()) {
            case TEXT -> SQLDataType.VARCHAR;
            case JSON -> named("json");
            case TIME -> named("time");
            case TIME_WITH_ZONE -> named("timetz");
            case TIMESTAMP -> named("timestamp");
            case TIMESTAMP_WITH_ZONE -> named("timestamptz");
            case ARRAY ->
                column.element() == ColumnKind.DECIMAL ? named("decimal(38, 10)[]") : super.type(description, column);
            default -> super.type(description, column);
        };
    }

    /** Tables with indexes cannot be changed. */
    private void dropIndexes(TableName table) {
        plain().fetch("select index_name from duckdb_indexes() where table_name = ?", table.name())
                .forEach(index ->
                        plain().dropIndex(qualified(index.get(0, String.class))).execute());
    }

    @Override
    public void dropColumn(TableName table, String column) {
        dropIndexes(table);
        super.dropColumn(table, column);
    }

    @Override
    public void renameColumn(TableName table, String column, String newName) {
        dropIndexes(table);
        super.renameColumn(table, column, newName);
    }

    @Override
    Field<?> value(ContractTable description, ContractColumn column, Object value) {
        if (value instanceof byte[] bytes) {
            return field(
                    "from_base64({0})", byte[].class, val(Base64.getEncoder().encodeToString(bytes)));
        }
        if (value instanceof List<?> list) {
            DataType<?> element = scalar(Objects.requireNonNull(column.element()));
            return field(
                    "cast([{0}] as {1})",
                    Object.class,
                    DSL.list(list.stream().map(each -> cast(val(each), element)).toList()),
                    DSL.sql(element.getCastTypeName(plain().configuration()) + "[]"));
        }
        return column.kind() == ColumnKind.JSON && value != null
                ? cast(val(value.toString()), named("json"))
                : super.value(description, column, value);
    }

    private static DataType<?> named(String type) {
        return new DefaultDataType<>(SQLDialect.DUCKDB, Object.class, type);
    }
}
