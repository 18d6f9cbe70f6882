package dev.dovetail.examples.ignite;

import dev.dovetail.examples.ignite.IgniteContractDatabase.Types;
import dev.dovetail.table.contract.ContractColumn;
import dev.dovetail.table.contract.ContractTable;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** How the tests change tables. */
record Sql(DataSource dataSource) {

    private static final int ROWS_PER_INSERT = 200;
    private static final String FEW = " with \"template=" + Node.FEW_PARTITIONS + ",cache_group=few,backups=1\"";

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    void run(String statement) {
        try (Connection connection = dataSource.getConnection();
                Statement running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    void create(ContractTable table) {
        String columns = table.columns().stream()
                .map(column -> quoted(column.name()) + " " + Types.of(column) + (column.nullable() ? "" : " not null"))
                .collect(Collectors.joining(", "));
        createOnceForgotten("create table " + quoted(table.name()) + " (" + columns + ", primary key ("
                + IgniteContractDatabase.list(table.primaryKey()) + "))" + FEW);
    }

    /** Nodes forget a cache that was destroyed one after the other, and its table with it. */
    private void createOnceForgotten(String statement) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                run(statement);
                return;
            } catch (IllegalStateException e) {
                if (System.nanoTime() > end || !String.valueOf(e.getCause()).contains("Table already exists")) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    void index(String table, int number, List<String> columns) {
        run("create index " + quoted("contract_" + table.hashCode() + "_" + number) + " on " + quoted(table) + " ("
                + IgniteContractDatabase.list(columns) + ")");
    }

    /**
     * @param hasHiddenKey whether the rows have a key that is none of the columns, for which there are numbers
     */
    void insert(ContractTable table, List<Object[]> rows, boolean hasHiddenKey) {
        List<String> columns =
                table.columns().stream().map(ContractColumn::name).toList();
        String row = "(" + String.join(", ", Collections.nCopies(columns.size() + (hasHiddenKey ? 1 : 0), "?")) + ")";
        String into = "insert into " + quoted(table.name()) + " (" + (hasHiddenKey ? "_key, " : "")
                + IgniteContractDatabase.list(columns) + ") values ";
        for (int from = 0; from < rows.size(); from += ROWS_PER_INSERT) {
            List<Object[]> some = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_INSERT));
            insert(into + String.join(", ", Collections.nCopies(some.size(), row)), some, hasHiddenKey ? from : -1);
        }
    }

    private void insert(String statement, List<Object[]> rows, long firstKey) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(statement)) {
            int index = 1;
            for (int i = 0; i < rows.size(); i++) {
                if (firstKey >= 0) {
                    insert.setObject(index++, firstKey + i);
                }
                for (Object value : rows.get(i)) {
                    insert.setObject(index++, ofJdbc(value));
                }
            }
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object ofJdbc(Object value) {
        if (value instanceof LocalDate date) {
            return Date.valueOf(date);
        }
        return value instanceof LocalDateTime moment ? Timestamp.valueOf(moment) : value;
    }
}
