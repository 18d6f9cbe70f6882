package dev.dovetail.table.contract;

import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A source that breaks the contract, as adapters do that were written in haste.
 *
 * @param asked what it asks the right source, instead of what it was asked
 * @param answered what it makes of the answer to a request
 */
record WrongSource(
        TableSource right, UnaryOperator<TableRequest> asked, BiFunction<TableRequest, TableRows, TableRows> answered)
        implements TableSource {

    static UnaryOperator<TableSource> asking(UnaryOperator<TableRequest> asked) {
        return right -> new WrongSource(right, asked, (request, rows) -> rows);
    }

    static UnaryOperator<TableSource> answering(BiFunction<TableRequest, TableRows, TableRows> answered) {
        return right -> new WrongSource(right, UnaryOperator.identity(), answered);
    }

    @Override
    public @Nullable Table describe(TableName name) {
        return right.describe(name);
    }

    @Override
    public List<String> knownTables() {
        return right.knownTables();
    }

    @Override
    public CompletionStage<TableRows> load(TableRequest request) {
        return right.load(asked.apply(request)).thenApply(rows -> answered.apply(request, rows));
    }
}
