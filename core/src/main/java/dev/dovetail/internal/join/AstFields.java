package dev.dovetail.internal.join;

import graphql.execution.ExecutionContext;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a document, merged as the engine merges them and in its order. graphql-java's normalized fields have another
 * order, and do not tell which fields of the document they are made of.
 *
 * @param fragments of the document, by their names
 * @param variables as they were coerced
 */
public record AstFields(
        GraphQLSchema schema, Map<String, FragmentDefinition> fragments, Map<String, Object> variables) {

    /** Those of the document that is executed. */
    public static AstFields of(ExecutionContext execution) {
        return new AstFields(
                execution.getGraphQLSchema(),
                execution.getFragmentsByName(),
                execution.getCoercedVariables().toMap());
    }

    static AstFields of(DataFetchingEnvironment environment) {
        return new AstFields(
                environment.getGraphQLSchema(), environment.getFragmentsByName(), environment.getVariables());
    }

    /**
     * The fields that an object shows, by the names that they have in the answer.
     *
     * @param above the fields that show the object
     */
    public Map<String, List<Field>> below(List<Field> above, GraphQLType type) {
        Map<String, List<Field>> fields = new LinkedHashMap<>();
        if (type instanceof GraphQLObjectType object) {
            Set<String> visited = new HashSet<>();
            above.forEach(field -> collect(field.getSelectionSet(), object, visited, fields));
        }
        return fields;
    }

    /** The fields with this name below others, at any alias. */
    List<Field> named(List<Field> above, GraphQLType type, String name) {
        return each(above, type).filter(field -> field.getName().equals(name)).toList();
    }

    /** The names of the fields that objects show. */
    Set<String> names(List<Field> above, GraphQLType type) {
        Set<String> names = new LinkedHashSet<>();
        each(above, type).forEach(field -> names.add(field.getName()));
        return names;
    }

    /** One by one: fields at several aliases may show other fields under one name. */
    private Stream<Field> each(List<Field> above, GraphQLType type) {
        return below(above, type).values().stream().flatMap(List::stream);
    }

    private void collect(
            @Nullable SelectionSet selections,
            GraphQLObjectType object,
            Set<String> visited,
            Map<String, List<Field>> fields) {
        if (selections == null) {
            return;
        }
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field && isIncluded(field)) {
                fields.computeIfAbsent(field.getResultKey(), key -> new ArrayList<>())
                        .add(field);
            } else if (selection instanceof InlineFragment inline
                    && isIncluded(inline)
                    && isOf(inline.getTypeCondition(), object)) {
                collect(inline.getSelectionSet(), object, visited, fields);
            } else if (selection instanceof FragmentSpread spread
                    && !visited.contains(spread.getName())
                    && isIncluded(spread)) {
                visited.add(spread.getName());
                FragmentDefinition fragment = fragments.get(spread.getName());
                if (fragment != null && isIncluded(fragment) && isOf(fragment.getTypeCondition(), object)) {
                    collect(fragment.getSelectionSet(), object, visited, fields);
                }
            }
        }
    }

    private boolean isIncluded(DirectivesContainer<?> node) {
        return !says(node, "skip", false) && says(node, "include", true);
    }

    private boolean says(DirectivesContainer<?> node, String name, boolean otherwise) {
        List<Directive> directives = node.getDirectives(name);
        if (directives.isEmpty() || directives.get(0).getArgument("if") == null) {
            return otherwise;
        }
        Value<?> value = directives.get(0).getArgument("if").getValue();
        return value instanceof VariableReference variable
                ? Boolean.TRUE.equals(variables.get(variable.getName()))
                : value instanceof BooleanValue literal && literal.isValue();
    }

    private boolean isOf(@Nullable TypeName condition, GraphQLObjectType object) {
        if (condition == null || condition.getName().equals(object.getName())) {
            return true;
        }
        GraphQLType type = schema.getType(condition.getName());
        if (type instanceof GraphQLInterfaceType common) {
            return schema.getImplementations(common).contains(object);
        }
        return type instanceof GraphQLUnionType union && union.getTypes().contains(object);
    }
}
