package dev.dovetail.jooq;

import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.contract.ContractColumn;
import dev.dovetail.table.contract.ContractTable;
import dev.dovetail.table.contract.Gap;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;

/** The tests' PostgreSQL, in a schema of its own. */
final class PostgresContractDatabase extends JooqContractDatabase {

    private static final String SCHEMA = "contract";

    PostgresContractDatabase() {
        super(pooled(), SQLDialect.POSTGRES, SCHEMA);
        plain().execute("drop extension if exists citext cascade");
        plain().execute("drop schema if exists contract cascade");
        plain().execute("create schema contract");
        plain().execute("create extension citext schema contract");
        plain().execute("create collation contract.no_accents"
                + " (provider = icu, locale = 'und-u-ks-level1-kc-true', deterministic = false)");
        plain().execute("create type contract.mood as enum ("
                + ContractColumn.LABELS.stream().map(label -> "'" + label + "'").collect(Collectors.joining(", "))
                + ")");
    }

    /** Thousands of connections would take longer than the tests. */
    private static DataSource pooled() {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(TestDatabase.server().jdbcUrl());
        pool.setUsername(TestDatabase.server().user());
        pool.setMaximumPoolSize(6);
        // Tables come and go under the same names, and with them the types of prepared statements.
        pool.addDataSourceProperty("prepareThreshold", "0");
        return new HikariDataSource(pool);
    }

    @Override
    DataType<?> type(ContractTable description, ContractColumn column) {
        if (column.kind() == ColumnKind.ENUM) {
            return named("contract.mood");
        }
        return column.kind() == ColumnKind.TEXT ? text(column) : super.type(description, column);
    }

    private static DataType<?> text(ContractColumn column) {
        return switch (column.flavour()) {
            case PLAIN -> SQLDataType.CLOB.collation(collation("C"));
            case CASE_INSENSITIVE -> named("contract.citext");
            case ACCENT_INSENSITIVE -> SQLDataType.CLOB.collation(collation(name("contract", "no_accents")));
            case PADDED -> SQLDataType.CHAR(8);
        };
    }

    private static DataType<?> named(String type) {
        return new DefaultDataType<>(SQLDialect.POSTGRES, Object.class, type);
    }

    @Override
    Field<?> value(ContractTable description, ContractColumn column, Object value) {
        return column.kind() == ColumnKind.ENUM
                ? field("{0}::contract.mood", Object.class, val(value, String.class))
                : super.value(description, column, value);
    }

    @Override
    public Set<Gap> gaps() {
        return Set.of(Gap.NUL_CHARACTERS);
    }
}
