package dev.dovetail.internal.join;

import dev.dovetail.internal.arguments.Caller;
import graphql.ExperimentalApi;
import graphql.execution.conditional.ConditionalNodeDecision;
import graphql.language.Field;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.SelectedField;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans the relationships that are selected below the rows of another, so that they are joined in the same batch: it saves a
 * loader, a future for each row, and waiting for everything else on the level.
 *
 * <p>Only what Dovetail's own data fetchers would ask for, and would ask for in the same way: not where the caller may be
 * another for each field, and not where fields may be deferred, or left out by the host. What is left out is asked for by
 * the fields themselves.
 */
final class BelowPlans {

    private static final Logger LOG = LoggerFactory.getLogger(BelowPlans.class);

    private final Execution execution;
    private final Caller caller;
    private final Asked above;

    BelowPlans(Execution execution, Caller caller, Asked above) {
        this.execution = execution;
        this.caller = caller;
        this.above = above;
    }

    /**
     * The plans, by the names that the fields have in the answer.
     *
     * @param typeName of the rows
     * @param selections of the rows
     * @param fields of the document that show the rows
     */
    Map<String, Below> of(String typeName, List<DataFetchingFieldSelectionSet> selections, List<Field> fields) {
        if (!execution.callers().areOfRequest()
                || caller.context().getBoolean(ExperimentalApi.ENABLE_INCREMENTAL_SUPPORT)
                || caller.context().hasKey(ConditionalNodeDecision.class)) {
            return Map.of();
        }
        Map<String, List<Field>> merged =
                above.document().below(fields, above.schema().getObjectType(typeName));
        Map<String, Below> below = new LinkedHashMap<>();
        for (SelectedField field : selectedOnce(selections, typeName)) {
            RelationshipFetcher fetcher =
                    fetcher(typeName, field.getFieldDefinitions().get(0));
            List<Field> own = merged.get(field.getResultKey());
            if (fetcher != null && own != null) {
                Joining joining = fetcher.joining();
                FieldPlan plan = plan(joining, above.below(own, field));
                if (plan != null) {
                    below.put(field.getResultKey(), new Below(below.size(), fetcher, joining.keys(), plan));
                }
            }
        }
        return below;
    }

    /**
     * The fields of the rows. One that aliases of the rows have in common is one for each of them, though the rows are the
     * same; and one that other types have as well may be of another type there.
     */
    private static Collection<SelectedField> selectedOnce(
            List<DataFetchingFieldSelectionSet> selections, String typeName) {
        Map<String, SelectedField> fields = new LinkedHashMap<>();
        Set<String> repeated = new HashSet<>();
        for (DataFetchingFieldSelectionSet selection : selections) {
            for (SelectedField field : selection.getImmediateFields()) {
                boolean isOfRows = field.getObjectTypeNames().contains(typeName);
                if (isOfRows && fields.putIfAbsent(field.getResultKey(), field) != null) {
                    repeated.add(field.getResultKey());
                }
            }
        }
        fields.values().removeIf(field -> field.getObjectTypeNames().size() > 1);
        fields.keySet().removeAll(repeated);
        return fields.values();
    }

    /** Whether one of the fields of these names is such a relationship. */
    boolean areAny(String typeName, Set<String> names) {
        GraphQLObjectType type = above.schema().getObjectType(typeName);
        for (String name : names) {
            GraphQLFieldDefinition field = type.getFieldDefinition(name);
            if (field != null && fetcher(typeName, field) != null) {
                return true;
            }
        }
        return false;
    }

    private @Nullable RelationshipFetcher fetcher(String typeName, GraphQLFieldDefinition field) {
        GraphQLCodeRegistry code = above.schema().getCodeRegistry();
        FieldCoordinates coordinates = FieldCoordinates.coordinates(typeName, field.getName());
        DataFetcher<?> fetcher = code.hasDataFetcher(coordinates) ? code.getDataFetcher(coordinates, field) : null;
        return fetcher instanceof RelationshipFetcher own && own.readsColumns() ? own : null;
    }

    /** None where the field is refused, or a rule of the host's fails: the field says so itself, and not the rows above. */
    private @Nullable FieldPlan plan(Joining joining, Asked asked) {
        try {
            return joining.plan(execution, caller, asked);
        } catch (RuntimeException failed) {
            LOG.debug("Relationship {} is not joined in advance", joining.join(), failed);
            return null;
        }
    }
}
