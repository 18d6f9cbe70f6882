package dev.dovetail.internal.configuration;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@code @key} directive says. */
record KeyFields(Directive directive) {

    /** The directive's name. */
    static final String KEY = "key";

    private static final String TYPENAME = "__typename";

    /** Whether others may ask for entities by it here. */
    boolean isResolvable() {
        return !(value("resolvable") instanceof BooleanValue resolvable) || resolvable.isValue();
    }

    /** The fields in their order; empty where they are not plain names. */
    List<String> names() {
        List<Field> fields = fields();
        return fields.stream().allMatch(KeyFields::isPlain)
                ? fields.stream()
                        .map(Field::getName)
                        .filter(name -> !name.equals(TYPENAME))
                        .toList()
                : List.of();
    }

    private List<Field> fields() {
        if (!(value("fields") instanceof StringValue fields)) {
            return List.of();
        }
        try {
            SelectionSet selections = Parser.parse("{" + fields.getValue() + "}")
                    .getFirstDefinitionOfType(OperationDefinition.class)
                    .map(OperationDefinition::getSelectionSet)
                    .orElseThrow();
            List<Field> plain = selections.getSelectionsOfType(Field.class);
            return plain.size() == selections.getSelections().size() ? plain : List.of();
        } catch (InvalidSyntaxException e) {
            return List.of();
        }
    }

    private static boolean isPlain(Field field) {
        return field.getSelectionSet() == null
                && field.getAlias() == null
                && field.getArguments().isEmpty();
    }

    private @Nullable Object value(String name) {
        Argument argument = directive.getArgument(name);
        return argument == null ? null : argument.getValue();
    }
}
