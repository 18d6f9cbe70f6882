package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.Limits;
import dev.dovetail.definition.Naming;
import dev.dovetail.definition.Relationship;
import dev.dovetail.definition.TableDefinition;
import graphql.schema.GraphQLScalarType;
import java.util.List;

/**
 * All that the host declared.
 *
 * @param types texts of SDL with types that the schema does not have yet
 * @param scalars those that the schema may lack, too
 */
public record Definitions(
        List<ActionDefinition> actions,
        List<TableDefinition> tables,
        List<Relationship> relationships,
        List<String> types,
        List<GraphQLScalarType> scalars,
        Naming naming,
        Limits limits) {

    public Definitions {
        actions = List.copyOf(actions);
        tables = List.copyOf(tables);
        relationships = List.copyOf(relationships);
        types = List.copyOf(types);
        scalars = List.copyOf(scalars);
    }
}
