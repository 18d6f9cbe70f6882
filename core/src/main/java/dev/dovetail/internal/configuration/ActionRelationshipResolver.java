package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ActionRelationship;
import dev.dovetail.definition.OperationKind;
import dev.dovetail.internal.configuration.Configuration.ActionField;
import dev.dovetail.internal.configuration.Configuration.ActionJoinField;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.model.ActionJoin;
import dev.dovetail.internal.schema.Fields;
import dev.dovetail.internal.schema.KnownScalars;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.internal.schema.TypeTexts;
import graphql.language.InputValueDefinition;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.schema.GraphQLScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves relationships to actions, once the actions are known. */
final class ActionRelationshipResolver {

    private final SchemaView schema;
    private final ParentTypes parents;
    private final MappedFields fields;
    private final Faults faults;
    private final Configuration result;

    ActionRelationshipResolver(
            SchemaView schema, ParentTypes parents, MappedFields fields, Faults faults, Configuration result) {
        this.schema = schema;
        this.parents = parents;
        this.fields = fields;
        this.faults = faults;
        this.result = result;
    }

    void resolve(ActionRelationship relationship) {
        boolean typeFits = parents.check(relationship);
        ActionField target = target(relationship);
        if (target == null) {
            return;
        }
        Map<String, Type<?>> arguments = target.arguments();
        boolean mapped = checkMapping(relationship, typeFits, arguments);
        Type<?> returns = returns(relationship, target);
        if (!typeFits || !mapped || returns == null) {
            return;
        }
        List<@Nullable GraphQLScalarType> scalars = new ArrayList<>();
        relationship.to().forEach(argument -> scalars.add(scalar(arguments.get(argument))));
        boolean many = TypeTexts.lists(returns) > 0;
        ActionJoin join = new ActionJoin(relationship, target.action(), target.access(), scalars, many);
        new LoadedFields(schema, parents, result.additions())
                .add(
                        relationship,
                        Fields.field(
                                relationship.name(),
                                returns,
                                open(relationship, arguments),
                                relationship.description(),
                                relationship.deprecation()),
                        typeName -> result.actionJoins().add(new ActionJoinField(typeName, join)));
    }

    private @Nullable ActionField target(ActionRelationship relationship) {
        List<String> known = new ArrayList<>();
        for (ActionField field : result.actions()) {
            if (field.action().operation() == OperationKind.QUERY) {
                if (field.action().name().equals(relationship.action())) {
                    return field;
                }
                known.add(field.action().name());
            }
        }
        faults.add(
                relationship,
                relationship.action().isEmpty()
                        ? "it names no action; say .action(name)"
                        : "there is no query action '" + relationship.action() + "' with a handler"
                                + Hints.of(relationship.action(), known));
        return null;
    }

    private @Nullable Type<?> returns(ActionRelationship relationship, ActionField target) {
        Type<?> existing = schema.fields(target.typeName()).get(target.action().name());
        String declared = target.action().returns();
        Type<?> type = existing != null ? existing : declared == null ? null : TypeTexts.parse(declared);
        if (type == null) {
            return null;
        }
        Type<?> nullable = type instanceof NonNullType nonNull ? nonNull.getType() : type;
        return relationship.isNonNull() ? TypeTexts.nonNull(nullable) : nullable;
    }

    private boolean checkMapping(ActionRelationship relationship, boolean typeKnown, Map<String, Type<?>> arguments) {
        boolean byFunction = relationship.keyFunction() != null;
        int from = byFunction ? relationship.to().size() : relationship.from().size();
        if (relationship.to().isEmpty() || from != relationship.to().size()) {
            faults.add(
                    relationship,
                    "it maps " + relationship.from() + " to arguments " + relationship.to()
                            + "; say as many with .from(fields...) as with .to(arguments...), at least one");
            return false;
        }
        boolean complete = true;
        for (String argument : relationship.to()) {
            if (!arguments.containsKey(argument)) {
                faults.add(
                        relationship,
                        "action " + relationship.action() + " has no argument '" + argument + "'"
                                + Hints.of(argument, arguments.keySet()));
                complete = false;
            }
        }
        if (typeKnown && !byFunction) {
            for (String field : relationship.from()) {
                Type<?> type = fields.type(relationship, field);
                complete &= type != null
                        && fields.kind(relationship, field, type) != null
                        && fields.checkList(relationship, field, type, false, "other relationships");
            }
        }
        return complete;
    }

    /** Those that clients give. */
    private static List<InputValueDefinition> open(ActionRelationship relationship, Map<String, Type<?>> arguments) {
        List<InputValueDefinition> open = new ArrayList<>();
        arguments.forEach((name, type) -> {
            if (!relationship.to().contains(name)) {
                open.add(Fields.argument(name, type, null));
            }
        });
        return open;
    }

    private static @Nullable GraphQLScalarType scalar(@Nullable Type<?> type) {
        return type == null || TypeTexts.lists(type) > 0 ? null : KnownScalars.byName(TypeTexts.name(type));
    }
}
