package dev.dovetail.hasura;

import dev.dovetail.definition.ActionArgument;
import dev.dovetail.definition.OperationKind;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.internal.schema.TypeTexts;
import graphql.language.Definition;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NamedNode;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code actions.graphql}: the custom types, and the actions' fields, on root types that may repeat. */
final class ActionSdl {

    private final Report report;
    private final CustomTypes types;
    private final Map<String, Signature> signatures = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();

    ActionSdl(CustomTypes types, Report report) {
        this.types = types;
        this.report = report;
    }

    void read(Sdl sdl) {
        try {
            if (!sdl.text().isBlank()) {
                Parser.parse(sdl.text()).getDefinitions().forEach(definition -> read(sdl.file(), definition));
            }
        } catch (InvalidSyntaxException e) {
            throw new ConfigurationException(List.of(sdl.file() + ": it cannot be parsed: " + e.getMessage()));
        }
    }

    /** The field of an action, once; null when there is none. */
    @Nullable
    Signature take(String action) {
        places.remove(action);
        return signatures.get(action);
    }

    /** Reports the fields that no action's definition asked for. */
    void reportRest() {
        places.forEach((action, place) -> report.add(place, "action '" + action + "' has no definition"));
    }

    private void read(String file, Definition<?> definition) {
        String name = definition instanceof NamedNode<?> named ? String.valueOf(named.getName()) : "";
        String place = file + ": " + name;
        if (definition instanceof ObjectTypeDefinition root && operation(name) != null) {
            root.getFieldDefinitions().forEach(field -> action(place, operation(name), field));
        } else if (definition.getClass().getSimpleName().contains("Extension")) {
            report.add(place, "only root types are extended here");
        } else if (definition instanceof ScalarTypeDefinition) {
            types.scalar(place, name);
        } else if (definition instanceof ObjectTypeDefinition
                || definition instanceof InputObjectTypeDefinition
                || definition instanceof EnumTypeDefinition) {
            types.add(place, (DirectivesContainer<?>) definition);
        } else {
            report.add(place, "Dovetail takes over object types, input types, enums and scalars");
        }
    }

    private void action(String place, @Nullable OperationKind operation, FieldDefinition field) {
        if (operation == null) {
            report.add(place, "there are no actions that are subscriptions");
            return;
        }
        signatures.put(
                field.getName(),
                new Signature(
                        operation,
                        field.getInputValueDefinitions().stream()
                                .map(ActionSdl::argument)
                                .toList(),
                        TypeTexts.print(field.getType()),
                        field.getDescription() == null
                                ? null
                                : field.getDescription().getContent()));
        places.put(field.getName(), place + "." + field.getName());
    }

    private static ActionArgument argument(InputValueDefinition argument) {
        return new ActionArgument(
                argument.getName(),
                TypeTexts.print(argument.getType()),
                argument.getDescription() == null
                        ? null
                        : argument.getDescription().getContent());
    }

    private static @Nullable OperationKind operation(String rootType) {
        return switch (rootType) {
            case "Query" -> OperationKind.QUERY;
            case "Mutation" -> OperationKind.MUTATION;
            default -> null;
        };
    }
}
