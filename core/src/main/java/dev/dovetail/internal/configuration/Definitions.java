package dev.dovetail.internal.configuration;

import dev.dovetail.async.AsyncActionStore;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.Limits;
import dev.dovetail.definition.Naming;
import dev.dovetail.definition.Relationship;
import dev.dovetail.definition.TableDefinition;
import graphql.schema.GraphQLScalarType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the host declared.
 *
 * @param types texts of SDL with types that the schema does not have yet
 * @param scalars those that the schema may lack, too
 * @param asyncActions keeps the calls of asynchronous actions; null for no such store
 */
public record Definitions(
        List<ActionDefinition> actions,
        List<TableDefinition> tables,
        List<Relationship> relationships,
        List<String> types,
        List<GraphQLScalarType> scalars,
        Naming naming,
        Limits limits,
        @Nullable AsyncActionStore asyncActions) {

    public Definitions {
        actions = List.copyOf(actions);
        tables = List.copyOf(tables);
        relationships = List.copyOf(relationships);
        types = List.copyOf(types);
        scalars = List.copyOf(scalars);
    }
}
