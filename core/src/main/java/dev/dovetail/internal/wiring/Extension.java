package dev.dovetail.internal.wiring;

import dev.dovetail.internal.action.ActionFetcher;
import dev.dovetail.internal.configuration.Configuration;
import dev.dovetail.internal.failure.Callers;
import dev.dovetail.internal.join.ColumnFetcher;
import dev.dovetail.internal.join.RelationshipFetcher;
import dev.dovetail.internal.schema.Additions;
import dev.dovetail.internal.schema.RegistryExtender;
import dev.dovetail.internal.schema.SchemaExtender;
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
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one schema is extended with: definitions for the schema, and the data fetchers behind them.
 *
 * <p><b>Thread-safety:</b> not thread-safe until it was extended with, immutable from then on.
 */
public final class Extension {

    private static final Logger LOG = LoggerFactory.getLogger(Extension.class);

    private final Additions additions;
    private final Map<FieldCoordinates, DataFetcher<?>> fetchers = new LinkedHashMap<>();
    private List<GraphQLScalarType> scalars = List.of();

    /**
     * @param executor what runs the lookups, or null for the thread that completes a level
     */
    public Extension(Configuration configuration, Callers callers, @Nullable Executor executor) {
        this.additions = configuration.additions();
        configuration
                .columns()
                .forEach(column -> fetchers.put(
                        FieldCoordinates.coordinates(column.typeName(), column.field()),
                        new ColumnFetcher(column.typeName(), column.field(), column.position())));
        configuration
                .joins()
                .forEach(join -> fetchers.put(
                        FieldCoordinates.coordinates(join.typeName(), join.field()),
                        new RelationshipFetcher(join.join(), callers, executor)));
        configuration
                .actions()
                .forEach(field -> fetchers.put(
                        FieldCoordinates.coordinates(
                                field.typeName(), field.action().name()),
                        new ActionFetcher(
                                field.action().name(),
                                Objects.requireNonNull(field.action().handler(), "handler"),
                                callers)));
    }

    /** Adds the definitions to a schema that is still SDL. */
    public void extend(TypeDefinitionRegistry registry) {
        new RegistryExtender(registry, additions).extend();
        scalars = RegistryExtender.ownScalars(registry);
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
            } else {
                warnOfUnused(field, fetcher, existing);
            }
        }));
        return extended.transformWithoutTypes(builder -> builder.codeRegistry(code));
    }

    /** A column that the host fetches itself is its way to change what the column shows; anything else may be a slip. */
    private static void warnOfUnused(FieldCoordinates field, DataFetcher<?> unused, DataFetcher<?> existing) {
        if (!isOwn(existing) && !(unused instanceof ColumnFetcher)) {
            LOG.warn("{}: the host has a data fetcher for it, which stays; that of Dovetail is not used", field);
        }
    }

    private static boolean isOwn(DataFetcher<?> fetcher) {
        return fetcher instanceof ActionFetcher
                || fetcher instanceof RelationshipFetcher
                || fetcher instanceof ColumnFetcher;
    }
}
