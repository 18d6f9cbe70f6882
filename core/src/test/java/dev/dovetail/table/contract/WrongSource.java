package dev.dovetail.table.contract;

import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A source that breaks the contract, as adapters do that were written in haste.
 *
 * @param right what describes the tables
 * @param loaded how it loads
 */
record WrongSource(TableSource right, Function<TableRequest, CompletionStage<TableRows>> loaded)
        implements TableSource {

    /**
     * @param asked what it asks the right source, instead of what it was asked
     */
    static UnaryOperator<TableSource> asking(UnaryOperator<TableRequest> asked) {
        return right -> new WrongSource(right, request -> right.load(asked.apply(request)));
    }

    /**
     * @param answered what it makes of the right answer to a request
     */
    static UnaryOperator<TableSource> answering(BiFunction<TableRequest, TableRows, TableRows> answered) {
        return right ->
                new WrongSource(right, request -> right.load(request).thenApply(rows -> answered.apply(request, rows)));
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
    public Set<Operator> operators(ColumnType type) {
        return right.operators(type);
    }

    @Override
    public CompletionStage<TableRows> load(TableRequest request) {
        return loaded.apply(request);
    }
}
