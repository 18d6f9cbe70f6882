package dev.dovetail.internal.wiring;

import dev.dovetail.async.AsyncActionStore;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.internal.access.RequestCheck;
import dev.dovetail.internal.action.ActionFetcher;
import dev.dovetail.internal.action.ActionRelationshipFetcher;
import dev.dovetail.internal.action.AsyncCalls;
import dev.dovetail.internal.action.AsyncEventsFetcher;
import dev.dovetail.internal.action.AsyncResultFetcher;
import dev.dovetail.internal.action.AsyncResults;
import dev.dovetail.internal.action.BatchActionFetcher;
import dev.dovetail.internal.action.PermittedFetcher;
import dev.dovetail.internal.batch.BatchFetcher;
import dev.dovetail.internal.configuration.Configuration;
import dev.dovetail.internal.configuration.Configuration.ActionField;
import dev.dovetail.internal.configuration.Configuration.AsyncField;
import dev.dovetail.internal.entity.TableEntities;
import dev.dovetail.internal.failure.Callers;
import dev.dovetail.internal.generation.AggregateField;
import dev.dovetail.internal.join.AggregateFetcher;
import dev.dovetail.internal.join.ColumnFetcher;
import dev.dovetail.internal.join.Execution;
import dev.dovetail.internal.join.RelationshipFetcher;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.internal.remote.RemoteFetcher;
import dev.dovetail.internal.schema.Additions;
import dev.dovetail.internal.schema.RegistryExtender;
import dev.dovetail.internal.schema.SchemaExtender;
import dev.dovetail.table.AggregateFunction;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one schema is extended with: definitions for the schema, and the data fetchers behind them.
 *
 * <p><b>Thread-safety:</b> not thread-safe until it was extended with; from then on, requests may run while it is renewed.
 */
public final class Extension {

    private static final Logger LOG = LoggerFactory.getLogger(Extension.class);

    private final Additions additions;
    private final RequestCheck check;
    private final Map<FieldCoordinates, DataFetcher<?>> fetchers = new LinkedHashMap<>();
    private final List<GraphQLScalarType> declaredScalars;
    private final TableEntities entities;
    private List<GraphQLScalarType> scalars = List.of();

    /**
     * @param declaredScalars those of the host's
     * @param store keeps the calls of asynchronous actions; null where there are none
     */
    public Extension(
            Configuration configuration,
            List<GraphQLScalarType> declaredScalars,
            Execution execution,
            @Nullable AsyncActionStore store) {
        this.declaredScalars = declaredScalars;
        this.additions = configuration.additions();
        this.check = execution.check();
        this.entities = new TableEntities(configuration.entities().joins(), execution);
        configuration
                .columns()
                .forEach(field -> add(
                        field.typeName(),
                        field.field(),
                        new ColumnFetcher(field.typeName(), field.field(), field.position())));
        configuration
                .joins()
                .forEach(field -> add(
                        field.typeName(),
                        field.field(),
                        new RelationshipFetcher(field.join(), field.form(), execution)));
        configuration
                .aggregates()
                .forEach(field -> add(field.typeName(), field.field(), fetcher(field, execution.words())));
        configuration
                .remotes()
                .forEach(field -> add(
                        field.typeName(),
                        field.remote().relationship().name(),
                        new RemoteFetcher(
                                field.remote(), execution.callers(), execution.executors(), execution.audience())));
        configuration
                .actionJoins()
                .forEach(field -> add(
                        field.typeName(),
                        field.join().relationship().name(),
                        new ActionRelationshipFetcher(
                                field.join(), execution.callers(), execution.check(), execution.audience())));
        configuration
                .actions()
                .forEach(field -> add(field.typeName(), field.action().name(), fetcher(field, execution, store)));
        if (store != null) {
            configuration
                    .asyncFields()
                    .forEach(field ->
                            add(field.typeName(), field.action().name(), fetcher(field, store, execution.callers())));
        }
    }

    private static DataFetcher<?> fetcher(ActionField field, Execution execution, @Nullable AsyncActionStore store) {
        ActionDefinition action = field.action();
        return action.batchHandler() != null
                ? new BatchActionFetcher(action, field.access(), execution.callers(), execution.check())
                : new ActionFetcher(
                        action, field.access(), handler(action, store), execution.callers(), execution.check());
    }

    private static ActionHandler handler(ActionDefinition action, @Nullable AsyncActionStore store) {
        return store != null && action.asynchronous() != null
                ? new AsyncCalls(action.asynchronous(), store)
                : Objects.requireNonNull(action.handler(), "handler");
    }

    private static DataFetcher<?> fetcher(AsyncField field, AsyncActionStore store, Callers callers) {
        return switch (field.use()) {
            case RESULT -> new AsyncResultFetcher(new AsyncResults(field.action(), store, callers));
            case EVENTS -> new AsyncEventsFetcher(new AsyncResults(field.action(), store, callers));
        };
    }

    private static AggregateFetcher fetcher(AggregateField field, Vocabulary words) {
        if (field.column() != null) {
            return AggregateFetcher.column(field.column());
        }
        return field.function() == AggregateFunction.COUNT
                ? AggregateFetcher.count(field.table(), words)
                : AggregateFetcher.function(field.function());
    }

    private void add(String typeName, String field, DataFetcher<?> fetcher) {
        fetchers.put(FieldCoordinates.coordinates(typeName, field), fetcher);
    }

    /** Adds the definitions to a schema that is still SDL. */
    public void extend(TypeDefinitionRegistry registry) {
        new RegistryExtender(registry, additions).extend();
        scalars = RegistryExtender.ownScalars(registry, declaredScalars);
    }

    /** Adds the data fetchers and scalars to the wiring of such a schema. What is there from an earlier call stays. */
    public void wire(RuntimeWiring.Builder wiring) {
        RuntimeWiring present = wiring.build();
        scalars.stream()
                .filter(scalar -> !present.getScalars().containsKey(scalar.getName()))
                .forEach(wiring::scalar);
        fetchers.forEach((field, fetcher) -> {
            DataFetcher<?> existing = present.getDataFetchers()
                    .getOrDefault(field.getTypeName(), Map.of())
                    .get(field.getFieldName());
            if (existing == null) {
                wiring.type(field.getTypeName(), type -> type.dataFetcher(field.getFieldName(), fetcher));
                learn(field, fetcher);
            } else {
                warnOfUnused(field, fetcher, existing);
            }
        });
    }

    /** A built schema with the definitions and the data fetchers. */
    public GraphQLSchema extend(GraphQLSchema schema) {
        GraphQLSchema extended = new SchemaExtender(schema, additions).extend();
        GraphQLCodeRegistry present = extended.getCodeRegistry();
        GraphQLCodeRegistry code = present.transform(builder -> fetchers.forEach((field, fetcher) -> {
            DataFetcher<?> existing = present.hasDataFetcher(field)
                    ? present.getDataFetcher(field, extended.getFieldDefinition(field))
                    : null;
            if (existing == null || isOwn(existing)) {
                builder.dataFetcher(field, fetcher);
                learn(field, fetcher);
            } else {
                warnOfUnused(field, fetcher, existing);
            }
        }));
        return extended.transformWithoutTypes(builder -> builder.codeRegistry(code));
    }

    /** The entities of a federated graph that are rows. */
    TableEntities entities() {
        return entities;
    }

    /** Answers its fields by another reading of the catalog from here on. */
    void renew(Configuration configuration) {
        entities.renew(configuration.entities().joins());
        configuration.joins().forEach(renewed -> {
            FieldCoordinates field = FieldCoordinates.coordinates(renewed.typeName(), renewed.field());
            if (fetchers.get(field) instanceof RelationshipFetcher relationship) {
                relationship.renew(renewed.join());
                check.relearn(field, relationship.access());
            }
        });
        configuration.actionJoins().forEach(renewed -> {
            String name = renewed.join().relationship().name();
            if (fetchers.get(FieldCoordinates.coordinates(renewed.typeName(), name))
                    instanceof ActionRelationshipFetcher relationship) {
                relationship.renew(renewed.join());
            }
        });
        configuration.actions().forEach(renewed -> {
            String name = renewed.action().name();
            if (fetchers.get(FieldCoordinates.coordinates(renewed.typeName(), name))
                    instanceof PermittedFetcher action) {
                action.renew(renewed.access());
            }
        });
    }

    private void learn(FieldCoordinates field, DataFetcher<?> fetcher) {
        if (fetcher instanceof RelationshipFetcher relationship) {
            check.learn(field, relationship.access());
        }
    }

    /** A column that the host fetches itself is its way to change what the column shows; anything else may be a slip. */
    private static void warnOfUnused(FieldCoordinates field, DataFetcher<?> unused, DataFetcher<?> existing) {
        if (unused instanceof PermittedFetcher action && action.isRestricted() && !isOwn(existing)) {
            throw new ConfigurationException(List.of(field
                    + ": the host has a data fetcher for it, which would pass by the action's permissions; leave one of"
                    + " them out"));
        }
        if (!isOwn(existing) && !(unused instanceof ColumnFetcher)) {
            LOG.warn("{}: the host has a data fetcher for it, which stays; that of Dovetail is not used", field);
        }
    }

    private static boolean isOwn(DataFetcher<?> fetcher) {
        return fetcher instanceof ActionFetcher
                || fetcher instanceof AsyncResultFetcher
                || fetcher instanceof AsyncEventsFetcher
                || fetcher instanceof RelationshipFetcher
                || fetcher instanceof AggregateFetcher
                || fetcher instanceof BatchFetcher<?>
                || fetcher instanceof ColumnFetcher;
    }
}
