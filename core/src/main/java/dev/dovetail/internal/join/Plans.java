package dev.dovetail.internal.join;

import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.session.Session;
import graphql.GraphQLContext;
import graphql.language.Field;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The plans of one request, each made once, when the first parent's field asks for it.
 *
 * <p>Looking ahead costs as much as fetching a row, so it is done once for each selection and not for each parent.
 * graphql-java makes a new merged field for every parent, but the fields of the document in it stay the same: their
 * identity is the key. The variables belong to it, because they may skip fields, and a host may execute one document
 * twice with one context.
 */
final class Plans {

    private final Map<Selection, Plan> plans = new ConcurrentHashMap<>();

    static Plans of(DataFetchingEnvironment environment) {
        GraphQLContext context = environment.getGraphQlContext();
        Plans plans = context.get(Plans.class);
        return plans != null ? plans : context.computeIfAbsent(Plans.class, key -> new Plans());
    }

    Plan plan(Join join, Session session, DataFetchingEnvironment environment) {
        Selection selection =
                new Selection(join, environment.getMergedField().getFields(), environment.getVariables(), session);
        Plan plan = plans.get(selection);
        return plan != null
                ? plan
                : plans.computeIfAbsent(
                        selection,
                        s -> new Plan(join, columns(join, environment), session, environment.getGraphQlContext()));
    }

    private static BitSet columns(Join join, DataFetchingEnvironment environment) {
        TableType target = join.target();
        BitSet columns = new BitSet();
        for (SelectedField field : environment.getSelectionSet().getImmediateFields()) {
            if (!field.getName().startsWith("__")) {
                columns.or(target.columnsFor(field.getName()));
            }
        }
        return columns;
    }

    /** The same fields of the document with the same variables, for the same relationship and the same caller. */
    @SuppressWarnings("ReferenceEquality") // identity is what all parents have in common, and costs nothing
    private record Selection(Join join, List<Field> fields, Map<String, Object> variables, Session session) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Selection that
                    && join == that.join
                    && variables == that.variables
                    && sameFields(that.fields)
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
