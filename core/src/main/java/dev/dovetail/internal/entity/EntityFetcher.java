package dev.dovetail.internal.entity;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import graphql.TrivialDataFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers the field {@code _entities(representations)}: rows by their keys, and what is no row by the host's own data
 * fetcher, each in the place of its representation.
 *
 * <p>Rows are asked for in the calling thread, since a load made later is never dispatched.
 */
public final class EntityFetcher implements TrivialDataFetcher<Object> {

    static final String REPRESENTATIONS = "representations";
    static final String TYPENAME = "__typename";

    private final TableEntities tables;
    private final DataFetcher<?> others;

    /**
     * @param others answers what is no row, one value for each representation
     */
    public EntityFetcher(TableEntities tables, DataFetcher<?> others) {
        this.tables = tables;
        this.others = others;
    }

    @Override
    public Object get(DataFetchingEnvironment environment) {
        List<?> representations = environment.getArgumentOrDefault(REPRESENTATIONS, List.of());
        Set<String> entities = entities(environment);
        Answers answers = new Answers(environment);
        OtherEntities rest = new OtherEntities(environment);
        for (int i = 0; i < representations.size(); i++) {
            try {
                Map<?, ?> representation = representation(representations.get(i), entities);
                String typeName = typeName(representation);
                answers.add(
                        tables.have(typeName)
                                ? tables.load(typeName, representation, environment)
                                : rest.add(representation, i));
            } catch (RuntimeException failure) {
                answers.fail(failure);
            }
        }
        return answers.all(rest.fetch(others));
    }

    /** The types that may be asked for. */
    private static Set<String> entities(DataFetchingEnvironment environment) {
        return GraphQLTypeUtil.unwrapAll(environment.getFieldType()) instanceof GraphQLUnionType union
                ? union.getTypes().stream()
                        .map(GraphQLNamedSchemaElement::getName)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static Map<?, ?> representation(@Nullable Object given, Set<String> entities) {
        if (!(given instanceof Map<?, ?> representation)
                || typeName(representation).isEmpty()) {
            throw new FieldFailure(
                    ErrorCode.REPRESENTATION_INVALID, "A representation needs the name of its type, as __typename");
        }
        if (!entities.contains(typeName(representation))) {
            throw new FieldFailure(
                    ErrorCode.REPRESENTATION_INVALID, "A representation is of a type that is no entity here");
        }
        return representation;
    }

    private static String typeName(Map<?, ?> representation) {
        return representation.get(TYPENAME) instanceof String name ? name : "";
    }
}
