package dev.dovetail.internal.model;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionRelationship;
import dev.dovetail.internal.access.ActionAccess;
import graphql.schema.GraphQLScalarType;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relationship to an action whose type and mapping were checked.
 *
 * @param access who may call the action
 * @param scalars what each mapped argument is; null where it is no known scalar
 * @param many whether the field is a list
 */
public record ActionJoin(
        ActionRelationship relationship,
        ActionDefinition action,
        ActionAccess access,
        List<@Nullable GraphQLScalarType> scalars,
        boolean many) {

    public ActionJoin {
        scalars = Collections.unmodifiableList(scalars);
    }

    /** {@code Type.field}, as it is declared: also the name of the relationship's batches. */
    public String name() {
        return relationship.toString();
    }
}
