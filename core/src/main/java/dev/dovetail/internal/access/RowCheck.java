package dev.dovetail.internal.access;

import dev.dovetail.definition.ActionCall;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.batch.Cancellation;
import dev.dovetail.internal.batch.Lookups;
import dev.dovetail.internal.batch.Operations;
import dev.dovetail.internal.failure.Causes;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.key.KeyCoercion;
import dev.dovetail.session.Session;
import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableSource;
import graphql.GraphQLContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether a row is there for the arguments of a call.
 *
 * @param name what messages call the permission
 * @param arguments whose values are compared with the columns
 * @param rows what the row must be as well
 */
public record RowCheck(
        String name, TableSource source, Table table, List<String> arguments, List<Column> columns, RowCondition rows) {

    private static final Logger LOG = LoggerFactory.getLogger(RowCheck.class);

    /** Whether there is such a row; or a {@link FieldFailure}. On the thread of the action, and so in its transaction. */
    CompletionStage<Boolean> find(ActionCall call) {
        JoinKey key = key(call);
        if (key == null) {
            return CompletableFuture.completedFuture(false);
        }
        Session session = call.session();
        Filter filter = rows.filter(new Variables(session, name));
        TableQuery query = TableQuery.rows(table, List.of(), columns, RowSelection.of(filter, List.of()), 1);
        GraphQLContext context = call.environment().getGraphQlContext();
        TableRequest request = new TableRequest(query, List.of(key), session, context)
                .partOf(Operations.of(call.environment()))
                .cancelledWhen(Cancellation.of(context));
        return Lookups.startHere(() -> source.load(request)).handle((found, error) -> {
            if (found == null || found.failureOf(0) != null) {
                throw failed(found == null ? error : found.failureOf(0));
            }
            return !found.of(0).isEmpty();
        });
    }

    /** Null where an argument is null, or can be no value of its column. */
    private @Nullable JoinKey key(ActionCall call) {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Object given = call.arguments().get(arguments.get(i));
            Object value = given == null ? null : KeyCoercion.coerce(given, columns.get(i));
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return JoinKey.of(values);
    }

    private FieldFailure failed(@Nullable Throwable error) {
        LOG.error("{}: the lookup in {} failed", name, table, error == null ? null : Causes.of(error));
        return new FieldFailure(
                ErrorCode.TABLE_LOOKUP_FAILED, "The rows that " + name + " requires cannot be looked up");
    }
}
