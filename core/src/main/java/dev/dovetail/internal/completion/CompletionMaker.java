package dev.dovetail.internal.completion;

import dev.dovetail.internal.entity.EntityTypes;
import dev.dovetail.internal.join.AggregateFetcher;
import dev.dovetail.internal.join.AstFields;
import dev.dovetail.internal.join.ColumnFetcher;
import dev.dovetail.internal.join.RelationshipFetcher;
import dev.dovetail.internal.join.RowLayout;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import graphql.schema.LightDataFetcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds out how the values of one field are completed, if every field below is Dovetail's own and nothing watches it. */
final class CompletionMaker {

    private final RowLayout layout;
    private final ExecutionContext context;
    private final ExecutionStrategyParameters parameters;
    private final Watchers watchers;
    private final AstFields document;

    CompletionMaker(RowLayout layout, ExecutionContext context, ExecutionStrategyParameters parameters) {
        this.layout = layout;
        this.context = context;
        this.parameters = parameters;
        this.watchers = new Watchers(context, parameters);
        this.document = AstFields.of(context);
    }

    /** The completion; null where the engine has to do it. */
    @Nullable
    Completion make() {
        if (watchers.watchAll()) {
            return null;
        }
        Selected selected = new Selected(parameters.getField().getFields(), this::normalField);
        return completion(parameters.getExecutionStepInfo().getType(), selected, layout);
    }

    private ExecutableNormalizedField normalField() {
        return context.getNormalizedQueryTree()
                .get()
                .getNormalizedField(
                        parameters.getField(), parameters.getExecutionStepInfo().getObjectType(), parameters.getPath());
    }

    /**
     * A field of the answer.
     *
     * @param merged the fields of the document that it is made of
     * @param normal as graphql-java knows it, with its arguments; makes the engine take the whole request apart
     */
    private record Selected(List<Field> merged, Supplier<ExecutableNormalizedField> normal) {

        String key() {
            return merged.get(0).getResultKey();
        }

        Selected below(GraphQLObjectType type, List<Field> fields) {
            String key = fields.get(0).getResultKey();
            return new Selected(
                    fields,
                    () -> normal.get().getChildren(type.getName()).stream()
                            .filter(child -> child.getResultKey().equals(key))
                            .findFirst()
                            .orElseThrow());
        }

        Map<String, @Nullable Object> arguments(GraphQLFieldDefinition definition) {
            boolean none = merged.get(0).getArguments().isEmpty()
                    && definition.getArguments().stream().noneMatch(GraphQLArgument::hasSetDefaultValue);
            return none ? Map.of() : Collections.unmodifiableMap(normal.get().getResolvedArguments());
        }
    }

    private @Nullable Completion completion(GraphQLType type, Selected field, RowLayout rows) {
        if (type instanceof GraphQLNonNull nonNull) {
            Completion inner = completion(nonNull.getWrappedType(), field, rows);
            return inner == null ? null : new NonNullCompletion(inner);
        }
        if (type instanceof GraphQLList list) {
            Completion element = completion(list.getWrappedType(), field, rows);
            return element == null ? null : new ListCompletion(element);
        }
        if (type instanceof GraphQLScalarType scalar) {
            return ScalarCompletion.of(scalar, context.getGraphQLContext(), context.getLocale());
        }
        if (type instanceof GraphQLEnumType enumeration) {
            return EnumCompletion.of(enumeration);
        }
        GraphQLObjectType object = type instanceof GraphQLUnionType union ? ofRows(union, rows) : objectType(type);
        return object == null ? null : object(object, field, rows);
    }

    private static @Nullable GraphQLObjectType objectType(GraphQLType type) {
        return type instanceof GraphQLObjectType object ? object : null;
    }

    /** Only of entities it is known that the type of rows is that of their table; others are told by the host. */
    private @Nullable GraphQLObjectType ofRows(GraphQLUnionType union, RowLayout rows) {
        GraphQLSchema schema = context.getGraphQLSchema();
        return schema.getCodeRegistry().getTypeResolver(union) instanceof EntityTypes
                ? schema.getObjectType(rows.typeName())
                : null;
    }

    private @Nullable Completion object(GraphQLObjectType type, Selected field, RowLayout rows) {
        List<ObjectCompletion.Field> fields = new ArrayList<>();
        for (List<Field> merged : document.below(field.merged(), type).values()) {
            ObjectCompletion.Field one = field(type, field.below(type, merged), rows);
            if (one == null) {
                return null;
            }
            fields.add(one);
        }
        return new ObjectCompletion(fields);
    }

    private ObjectCompletion.@Nullable Field field(GraphQLObjectType type, Selected selected, RowLayout rows) {
        String name = selected.merged().get(0).getName();
        if (name.equals(Introspection.TypeNameMetaFieldDef.getName())) {
            return new ObjectCompletion.Field(selected.key(), source -> type.getName(), value -> value);
        }
        GraphQLFieldDefinition definition = type.getFieldDefinition(name);
        DataFetcher<?> fetcher = context.getGraphQLSchema()
                .getCodeRegistry()
                .getDataFetcher(FieldCoordinates.coordinates(type.getName(), name), definition);
        if (watchers.watch(fetcher)) {
            return null;
        }
        if (fetcher instanceof RelationshipFetcher relationship) {
            return joined(selected, definition, relationship, rows);
        }
        FieldReader reader = reader(type, definition, fetcher, selected, rows);
        Completion completion = reader == null ? null : completion(definition.getType(), selected, rows);
        return reader == null || completion == null
                ? null
                : new ObjectCompletion.Field(selected.key(), reader, completion);
    }

    private ObjectCompletion.@Nullable Field joined(
            Selected selected, GraphQLFieldDefinition definition, RelationshipFetcher relationship, RowLayout rows) {
        RowLayout.Joint joint = rows.joint(selected.key(), relationship, selected.merged());
        Completion completion = joint == null ? null : completion(definition.getType(), selected, joint.layout());
        return joint == null || completion == null
                ? null
                : new ObjectCompletion.Field(selected.key(), new JoinedReader(rows, joint.slot()), completion);
    }

    private static @Nullable FieldReader reader(
            GraphQLObjectType type,
            GraphQLFieldDefinition definition,
            DataFetcher<?> fetcher,
            Selected selected,
            RowLayout rows) {
        if (rows.isOf(type.getName())) {
            int slot = fetcher instanceof ColumnFetcher column ? rows.visible(column) : RowLayout.NOT_READ;
            return slot == RowLayout.NOT_READ ? null : new ColumnReader(rows, slot);
        }
        if (fetcher instanceof AggregateFetcher aggregate) {
            return new AggregateReader(aggregate, selected.arguments(definition));
        }
        return fetcher instanceof LightDataFetcher<?> light ? new LightReader(light, definition) : null;
    }
}
