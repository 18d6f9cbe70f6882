package dev.dovetail.table.contract;

import dev.dovetail.table.JoinKey;
import dev.dovetail.table.LimitExceededException;
import dev.dovetail.table.LimitExceededException.Limit;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableChangedException;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import dev.dovetail.table.contract.loops.Lists;
import dev.dovetail.table.contract.loops.LoopAnswer;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every query by loops. */
final class MemorySource implements TableSource {

    private final Map<TableName, Table> catalog;
    private final Lists lists;
    private final AtomicInteger statements;

    MemorySource(Map<TableName, Table> catalog, Lists lists, AtomicInteger statements) {
        this.catalog = catalog;
        this.lists = lists;
        this.statements = statements;
    }

    @Override
    public Table describe(TableName name) {
        return catalog.get(name);
    }

    @Override
    public CompletionStage<TableRows> load(TableRequest request) {
        statements.incrementAndGet();
        try {
            return CompletableFuture.completedFuture(rows(request));
        } catch (NoSuchElementException e) {
            return CompletableFuture.failedFuture(
                    new TableChangedException(request.query().table().name(), e));
        } catch (LimitExceededException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private TableRows rows(TableRequest request) {
        List<JoinKey> keys = request.keys();
        TableRows rows = new TableRows(keys.size());
        long count = 0;
        long bytes = 0;
        List<LoopAnswer> answers = LoopAnswer.of(lists, request.query(), keys);
        for (int ordinal = 0; ordinal < keys.size(); ordinal++) {
            LoopAnswer answer = answers.get(ordinal);
            rows.setAggregates(ordinal, answer.aggregates().toArray());
            for (List<Object> row : answer.rows()) {
                rows.add(ordinal, row.toArray());
                bytes += 2L * row.toString().length();
                check(++count, request.maxRows(), Limit.ROWS);
                check(bytes, request.maxBytes(), Limit.BYTES);
            }
        }
        return rows;
    }

    private static void check(long spent, long most, Limit limit) {
        if (spent > most) {
            throw new LimitExceededException(limit);
        }
    }
}
