package dev.dovetail.internal.join;

import dev.dovetail.internal.arguments.Caller;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.session.Session;
import graphql.GraphQLContext;
import graphql.execution.ResultPath;
import graphql.language.Field;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The plans of one request, each made once, when the first parent's field asks for it.
 *
 * <p>Looking ahead costs as much as fetching a row, so it is done once for each selection and not for each parent.
 * graphql-java makes a new merged field for every parent, but the fields of the document in it stay the same: their
 * identity is the key. The variables belong to it, because they may skip fields. So does the mutation that leads here: the
 * rules of adapters read the request's context, which a mutation may change.
 */
public final class Plans {

    private final Map<Selection, Planned> plans = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();

    private Plans() {}

    static Plans of(DataFetchingEnvironment environment) {
        return of(environment.getGraphQlContext());
    }

    private static Plans of(GraphQLContext context) {
        Plans plans = context.get(Plans.class);
        return plans != null ? plans : context.computeIfAbsent(Plans.class, key -> new Plans());
    }

    /** Something else of a request, made when it is first asked for, and kept as long as its plans are. */
    public static <T> T kept(GraphQLContext context, Class<T> type, Supplier<T> maker) {
        return type.cast(of(context).kept.computeIfAbsent(type, key -> maker.get()));
    }

    /** Begins anew: a host may execute several requests with one context, and a subscription is one for each event. */
    static void renew(GraphQLContext context) {
        context.delete(Plans.class);
    }

    /**
     * The plan of a field.
     *
     * @throws FieldFailure if the caller may not have what the field asks for, or it asks for nothing that there is
     */
    FieldPlan plan(Joining joining, Execution execution, DataFetchingEnvironment environment) {
        Session session = execution.callers().session(environment);
        Selection selection = new Selection(
                joining,
                environment.getMergedField().getFields(),
                environment.getVariables(),
                session,
                mutation(environment));
        Planned planned = plans.get(selection);
        if (planned == null) {
            Caller caller = new Caller(session, environment.getGraphQlContext());
            planned = plans.computeIfAbsent(
                    selection,
                    s -> Planned.of(
                            () -> joining.plan(execution, caller, Asked.of(environment, execution.audience()))));
        }
        return planned.orThrow();
    }

    /** The name in the answer of the mutation that leads to a field; of other operations, all fields begin at once. */
    private static String mutation(DataFetchingEnvironment environment) {
        if (environment.getOperationDefinition().getOperation() != Operation.MUTATION) {
            return "";
        }
        ResultPath path = environment.getExecutionStepInfo().getPath();
        while (!path.getParent().isRootPath()) {
            path = path.getParent();
        }
        return path.getSegmentName();
    }

    /** A plan, or why there is none: the next parent would hear the same. */
    private record Planned(
            @Nullable FieldPlan plan, @Nullable FieldFailure failure) {

        static Planned of(Supplier<FieldPlan> maker) {
            try {
                return new Planned(maker.get(), null);
            } catch (FieldFailure failure) {
                return new Planned(null, failure);
            }
        }

        FieldPlan orThrow() {
            if (plan == null) {
                throw Objects.requireNonNull(failure, "failure");
            }
            return plan;
        }
    }

    /**
     * The same fields of the document with the same variables, for the same relationship and the same caller, below the
     * same mutation.
     */
    @SuppressWarnings("ReferenceEquality") // identity is what all parents have in common, and costs nothing
    private record Selection(
            Joining joining, List<Field> fields, Map<String, Object> variables, Session session, String mutation) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Selection that
                    && joining == that.joining
                    && variables == that.variables
                    && sameFields(that.fields)
                    && mutation.equals(that.mutation)
                    && session.equals(that.session);
        }

        private boolean sameFields(List<Field> others) {
            if (fields.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < fields.size(); i++) {
                if (fields.get(i) != others.get(i)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(fields.get(0)) + session.hashCode();
        }
    }
}
