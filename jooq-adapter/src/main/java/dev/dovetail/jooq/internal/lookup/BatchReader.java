package dev.dovetail.jooq.internal.lookup;

import dev.dovetail.jooq.internal.dialect.ColumnReader;
import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.dialect.Piece;
import dev.dovetail.table.LimitExceededException;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the result of one batch's statement, as {@link Dialect#statement} lays it out, within the batch's limits. */
public final class BatchReader {

    private static final int AGGREGATES = 2;

    private final ReadBudget budget;
    private final TableQuery query;
    private final int firstKey;
    private final ColumnReader[] aggregates;
    private final ColumnReader[] columns;
    private final TableRows rows;

    /**
     * @param piece what the result is of
     * @param budget of the whole batch
     * @param rows the whole batch's, to which those of the piece are added
     */
    BatchReader(Piece piece, ReadBudget budget, TableRows rows, Dialect dialect) {
        this.budget = budget;
        this.query = piece.request().query();
        this.firstKey = piece.firstKey();
        this.aggregates = aggregates(query, dialect);
        this.columns = columns(query, dialect);
        this.rows = rows;
    }

    private static ColumnReader[] aggregates(TableQuery query, Dialect dialect) {
        List<ColumnReader> readers = new ArrayList<>(query.aggregates().size());
        query.aggregates().forEach(aggregate -> readers.add(dialect.reader(aggregate)));
        return readers.toArray(ColumnReader[]::new);
    }

    private static ColumnReader[] columns(TableQuery query, Dialect dialect) {
        List<ColumnReader> readers = new ArrayList<>(query.columns().size());
        query.columns().forEach(column -> readers.add(dialect.reader(column.type())));
        if (query.positions()) {
            query.rows()
                    .order()
                    .forEach(by -> readers.add(dialect.reader(by.term().type())));
        }
        return readers.toArray(ColumnReader[]::new);
    }

    /**
     * Files every row under its ordinal.
     *
     * @throws LimitExceededException as soon as there is more than the batch may have
     */
    TableRows read(ResultSet result) throws SQLException {
        while (result.next()) {
            int ordinal = firstKey + result.getInt(1) - 1;
            if (aggregates.length > 0 && rows.aggregatesOf(ordinal) == null) {
                rows.setAggregates(ordinal, values(result, AGGREGATES, aggregates));
            }
            if (hasRow(result)) {
                rows.add(ordinal, row(result));
            }
            budget.spendResult(result);
        }
        return rows;
    }

    private boolean hasRow(ResultSet result) throws SQLException {
        return query.rowsPerKey() > 0 && (aggregates.length == 0 || result.getBoolean(AGGREGATES + aggregates.length));
    }

    private @Nullable Object[] row(ResultSet result) throws SQLException {
        budget.spendRow();
        int first = aggregates.length == 0 ? AGGREGATES : AGGREGATES + aggregates.length + 1;
        return values(result, first, columns);
    }

    private @Nullable Object[] values(ResultSet result, int first, ColumnReader[] readers) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[readers.length];
        for (int i = 0; i < readers.length; i++) {
            values[i] = readers[i].read(result, first + i);
        }
        budget.spend(values);
        return values;
    }
}
