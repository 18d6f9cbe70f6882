package dev.dovetail.internal.wiring;

import dev.dovetail.internal.action.ActionFetcher;
import dev.dovetail.internal.configuration.Configuration;
import dev.dovetail.internal.failure.Callers;
import dev.dovetail.internal.join.ColumnFetcher;
import dev.dovetail.internal.join.RelationshipFetcher;
import dev.dovetail.internal.schema.Additions;
import dev.dovetail.internal.schema.KnownScalars;
import dev.dovetail.internal.schema.RegistryExtender;
import dev.dovetail.internal.schema.SchemaExtender;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What one schema is extended with: definitions for the schema, and the data fetchers behind them.
 *
 * <p><b>Thread-safety:</b> immutable once made.
 */
public final class Extension {

    private final Additions additions;
    private final Map<FieldCoordinates, DataFetcher<?>> fetchers = new LinkedHashMap<>();

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
    }

    /** Adds the data fetchers and scalars to the wiring of such a schema. What is there from an earlier call stays. */
    public void wire(RuntimeWiring.Builder wiring) {
        RuntimeWiring present = wiring.build();
        additions.scalars().forEach((name, scalar) -> {
            if (!KnownScalars.isBuiltIn(name) && !present.getScalars().containsKey(name)) {
                wiring.scalar(scalar);
            }
        });
        fetchers.forEach((field, fetcher) -> {
            Map<String, ?> wired = present.getDataFetchers().getOrDefault(field.getTypeName(), Map.of());
            if (!wired.containsKey(field.getFieldName())) {
                wiring.type(field.getTypeName(), type -> type.dataFetcher(field.getFieldName(), fetcher));
            }
        });
    }

    /** A built schema with the definitions and the data fetchers. */
    public GraphQLSchema extend(GraphQLSchema schema) {
        GraphQLSchema extended = new SchemaExtender(schema, additions).extend();
        GraphQLCodeRegistry code =
                extended.getCodeRegistry().transform(builder -> fetchers.forEach(builder::dataFetcher));
        return extended.transformWithoutTypes(builder -> builder.codeRegistry(code));
    }
}
