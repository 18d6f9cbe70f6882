package dev.dovetail.jooq;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.contract.ContractColumn;
import dev.dovetail.table.contract.ContractTable;
import dev.dovetail.table.contract.Flavour;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;

/** H2 in memory. */
final class H2ContractDatabase extends JooqContractDatabase {

    H2ContractDatabase() {
        super(inMemory(), SQLDialect.H2, "contract");
        plain().createSchema("contract").execute();
    }

    private static JdbcDataSource inMemory() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:contract;DB_CLOSE_DELAY=-1");
        return dataSource;
    }

    @Override
    public boolean has(ContractColumn column) {
        return column.flavour() != Flavour.ACCENT_INSENSITIVE && column.kind() != ColumnKind.ARRAY;
    }

    @Override
    DataType<?> type(ContractTable description, ContractColumn column) {
        if (column.kind() == ColumnKind.ENUM) {
            return named(ContractColumn.LABELS.stream()
                    .map(label -> "'" + label + "'")
                    .collect(Collectors.joining(", ", "enum(", ")")));
        }
        return switch (column.flavour()) {
            case CASE_INSENSITIVE -> named("varchar_ignorecase");
            case PADDED -> SQLDataType.CHAR(8);
            default -> column.kind() == ColumnKind.TEXT ? SQLDataType.VARCHAR : super.type(description, column);
        };
    }

    private static DataType<?> named(String type) {
        return new DefaultDataType<>(SQLDialect.H2, Object.class, type);
    }
}
