package dev.dovetail.micrometer;

import dev.dovetail.listener.JoinFailure;
import dev.dovetail.listener.JoinResult;
import dev.dovetail.table.TableName;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import java.util.List;

/**
 * Dovetail's names and keys. They follow those of Spring for GraphQL, but the name is {@code dovetail.join} and not {@code
 * graphql.dataloader}: Spring makes an observation of that name around the same batches, with other keys, and registries
 * such as Prometheus' take a name with one set of keys only.
 *
 * <p>Keys of low cardinality: {@code dovetail.relationship}, {@code dovetail.table} ({@code none} for a remote relationship),
 * {@code graphql.outcome} ({@code SUCCESS}, {@code PARTIAL} if some keys failed, {@code ERROR}) and {@code
 * graphql.error.type} (Dovetail's error code, or {@code NONE}). Of high cardinality: {@code dovetail.keys}, {@code
 * dovetail.keys.shared}, {@code dovetail.rows} and {@code dovetail.statements}, which are numbers.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
@SuppressWarnings("exports") // who observes requires Micrometer's module
public final class JoinConvention implements ObservationConvention<JoinContext> {

    /** The one that is used unless the host gives another; hosts may add to its keys. */
    public static final JoinConvention INSTANCE = new JoinConvention();

    private JoinConvention() {}

    @Override
    public String getName() {
        return "dovetail.join";
    }

    @Override
    public String getContextualName(JoinContext context) {
        return "join " + context.join().relationship();
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof JoinContext;
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(JoinContext context) {
        TableName table = context.join().table();
        JoinFailure failure = context.failure();
        return KeyValues.of(
                KeyValue.of("dovetail.relationship", context.join().relationship()),
                KeyValue.of("dovetail.table", table == null ? "none" : table.toString()),
                KeyValue.of("graphql.outcome", outcome(context)),
                KeyValue.of(
                        "graphql.error.type",
                        failure == null ? "NONE" : failure.code().code()));
    }

    private static String outcome(JoinContext context) {
        JoinResult result = context.result();
        if (result == null) {
            return "ERROR";
        }
        return result.failedKeys() == 0 ? "SUCCESS" : "PARTIAL";
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(JoinContext context) {
        JoinResult result = context.result();
        JoinFailure failure = context.failure();
        List<String> statements =
                result != null ? result.statements() : failure != null ? failure.statements() : List.of();
        return KeyValues.of(
                KeyValue.of("dovetail.keys", String.valueOf(context.join().keys())),
                KeyValue.of(
                        "dovetail.keys.shared", String.valueOf(context.join().shared())),
                KeyValue.of("dovetail.rows", String.valueOf(result == null ? 0 : result.rows())),
                KeyValue.of("dovetail.statements", String.valueOf(statements.size())));
    }
}
