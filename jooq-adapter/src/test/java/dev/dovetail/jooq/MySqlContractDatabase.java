package dev.dovetail.jooq;

import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.jooq.servers.LocalServer;
import dev.dovetail.table.TableName;
import dev.dovetail.table.contract.ContractColumn;
import dev.dovetail.table.contract.ContractTable;
import dev.dovetail.table.contract.Flavour;
import dev.dovetail.table.contract.Gap;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;

/** MySQL or MariaDB. Their timestamps are instants, and what they have of times with zones. */
final class MySqlContractDatabase extends JooqContractDatabase {

    private final SQLDialect dialect;

    /**
     * @param parameters of the driver
     */
    MySqlContractDatabase(LocalServer server, SQLDialect dialect, String parameters) {
        super(pool(server, parameters), dialect, "contract");
        this.dialect = dialect;
    }

    private static DataSource pool(LocalServer server, String parameters) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url("contract") + "?createDatabaseIfNotExist=true" + parameters);
        config.setUsername("root");
        config.setPassword("");
        config.setConnectionInitSql("set time_zone = '+00:00'"); // for those instants whose local time comes twice
        config.setMinimumIdle(1);
        config.setMaximumPoolSize(10);
        return new HikariDataSource(config);
    }

    /** Connector/J takes a backslash in a name for an escape, misses the end of the name, and so all parameters. */
    @Override
    public TableName create(ContractTable description, List<Object[]> rows) {
        assumeTrue(isMariaDb() || !description.name().contains("\\"), "Connector/J has no names with a backslash");
        return super.create(description, rows);
    }

    @Override
    public boolean has(ContractColumn column) {
        return switch (column.kind()) {
            case UUID -> isMariaDb();
            case TIME_WITH_ZONE, ARRAY -> false;
            default -> true;
        };
    }

    private boolean isMariaDb() {
        return dialect == SQLDialect.MARIADB;
    }

    @Override
    DataType<?> type(ContractTable description, ContractColumn column) {
        return switch (column.kind()) {
            case TEXT -> text(column.flavour(), description.isIndexed(column.name()));
            case ENUM ->
                named(ContractColumn.LABELS.stream()
                        .map(label -> "'" + label + "'")
                        .collect(Collectors.joining(", ", "enum(", ")")));
            case REAL -> named("float");
            case UUID -> isMariaDb() ? named("uuid") : super.type(description, column);
            case TIME -> named("time(6)");
            case TIMESTAMP -> named("datetime(6)");
            case TIMESTAMP_WITH_ZONE -> named("timestamp(6)");
            case JSON -> named("json");
            case BINARY -> named("longblob");
            default -> super.type(description, column);
        };
    }

    private DataType<?> text(Flavour flavour, boolean indexed) {
        return switch (flavour) {
            case PLAIN ->
                (indexed ? SQLDataType.VARCHAR(255) : SQLDataType.CLOB)
                        .collation(collation(isMariaDb() ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin"));
            case CASE_INSENSITIVE -> SQLDataType.VARCHAR(255).collation(collation("utf8mb4_general_ci"));
            case ACCENT_INSENSITIVE -> SQLDataType.VARCHAR(255).collation(collation("utf8mb4_unicode_ci"));
            case PADDED -> SQLDataType.CHAR(8).collation(collation("utf8mb4_bin"));
        };
    }

    private DataType<?> named(String type) {
        return new DefaultDataType<>(dialect, Object.class, type);
    }

    @Override
    Field<?> value(ContractTable description, ContractColumn column, Object value) {
        if (value instanceof Float number) {
            return val((double) number);
        }
        if (value instanceof OffsetDateTime time) {
            return field(
                    "from_unixtime({0})",
                    Object.class,
                    val(BigDecimal.valueOf(time.toEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9))));
        }
        return value instanceof String || value instanceof UUID || value instanceof Temporal
                ? val(value.toString())
                : super.value(description, column, value);
    }

    @Override
    public Set<Gap> gaps() {
        // Connector/J reads a backslash in a name as an escape
        return isMariaDb() ? EnumSet.of(Gap.NAN) : EnumSet.of(Gap.NAN, Gap.LONG_JSON_NUMBERS, Gap.ANY_NAME);
    }
}
