package dev.dovetail.table.contract;

import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A source that breaks the contract by a statement for each key. */
record StatementForEachKey(TableSource right) implements TableSource {

    @Override
    public @Nullable Table describe(TableName name) {
        return right.describe(name);
    }

    @Override
    public CompletionStage<TableRows> load(TableRequest request) {
        TableRows all = new TableRows(request.keys().size());
        for (int i = 0; i < request.keys().size(); i++) {
            int ordinal = i;
            TableRequest one = new TableRequest(
                    request.query(), List.of(request.keys().get(i)), request.session(), request.context());
            right.load(one).toCompletableFuture().join().of(0).forEach(row -> all.add(ordinal, row));
        }
        return CompletableFuture.completedFuture(all);
    }
}
