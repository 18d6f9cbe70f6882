package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ActionArgument;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.schema.Fields;
import dev.dovetail.internal.schema.TypeTexts;
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what definitions say of their fields' types and arguments. */
final class Signatures {

    private final Faults faults;

    Signatures(Faults faults) {
        this.faults = faults;
    }

    /** The type that a text stands for, or null after a fault. */
    @Nullable
    Type<?> type(Object subject, String text) {
        Type<?> type = TypeTexts.parse(text);
        if (type == null) {
            faults.add(subject, "'" + text + "' is no type; write it as in SDL, for instance [User!]!");
        }
        return type;
    }

    /** The arguments without those that have a fault. */
    List<InputValueDefinition> arguments(Object subject, List<ActionArgument> declared) {
        List<InputValueDefinition> arguments = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ActionArgument argument : declared) {
            if (!GraphQLNames.isValid(argument.name()) || !names.add(argument.name())) {
                faults.add(subject, "argument '" + argument.name() + "' is no valid name, or declared twice");
                continue;
            }
            Type<?> type = type(subject, argument.type());
            if (type != null) {
                arguments.add(Fields.argument(argument.name(), type, argument.description()));
            }
        }
        return arguments;
    }
}
