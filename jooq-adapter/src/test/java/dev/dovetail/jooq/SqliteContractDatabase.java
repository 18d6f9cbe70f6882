package dev.dovetail.jooq;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.contract.ContractColumn;
import dev.dovetail.table.contract.ContractTable;
import dev.dovetail.table.contract.Flavour;
import dev.dovetail.table.contract.Gap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;
import org.sqlite.SQLiteDataSource;

/** SQLite in a file. */
final class SqliteContractDatabase extends JooqContractDatabase {

    private static final Set<ColumnKind> ABSENT = Set.of(
            // integers of 64 bits and doubles, not 38 digits
            ColumnKind.DECIMAL,
            // doubles alone
            ColumnKind.REAL,
            ColumnKind.ENUM,
            ColumnKind.ARRAY,
            ColumnKind.TIME_WITH_ZONE,
            ColumnKind.TIMESTAMP_WITH_ZONE);

    SqliteContractDatabase() {
        super(inFile(), SQLDialect.SQLITE, "main");
    }

    private static SQLiteDataSource inFile() {
        try {
            Path file = Files.createTempFile("contract", ".sqlite");
            file.toFile().deleteOnExit();
            SQLiteDataSource dataSource = new SQLiteDataSource();
            dataSource.setUrl("jdbc:sqlite:" + file);
            dataSource.setSynchronous("OFF");
            return dataSource;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean has(ContractColumn column) {
        return !ABSENT.contains(column.kind())
                && column.flavour() != Flavour.ACCENT_INSENSITIVE
                && column.flavour() != Flavour.PADDED;
    }

    @Override
    public Set<Gap> gaps() {
        return Set.of(Gap.NAN);
    }

    @Override
    DataType<?> type(ContractTable description, ContractColumn column) {
        return switch (column.kind()) {
            case TEXT ->
                column.flavour() == Flavour.CASE_INSENSITIVE
                        ? SQLDataType.CLOB.collation(DSL.collation("nocase"))
                        : SQLDataType.CLOB;
            case UUID -> named("uuid");
            case TIME -> named("time");
            case JSON -> named("json");
            case DECIMAL -> throw new UnsupportedOperationException("SQLite has no decimals of 38 digits");
            default -> super.type(description, column);
        };
    }

    @Override
    Name indexed(String table) {
        return name(table);
    }

    /** Times as the texts that jOOQ writes. */
    @Override
    Field<?> value(ContractTable description, ContractColumn column, Object value) {
        if (value instanceof LocalDateTime time) {
            return val(Timestamp.valueOf(time).toString());
        }
        if (value instanceof LocalTime time) {
            return val(time.format(DateTimeFormatter.ISO_LOCAL_TIME));
        }
        boolean asText = switch (column.kind()) {
            case DATE, UUID, JSON -> value != null;
            default -> false;
        };
        return asText ? val(value.toString()) : super.value(description, column, value);
    }

    private static DataType<?> named(String type) {
        return new DefaultDataType<>(SQLDialect.SQLITE, Object.class, type);
    }
}
