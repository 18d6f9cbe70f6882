package dev.dovetail.internal.schema;

import graphql.language.Argument;
import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the definitions of the fields that are added. */
public final class Fields {

    private Fields() {}

    public static FieldDefinition field(String name, Type<?> type, @Nullable String description) {
        return field(name, type, List.of(), description, null);
    }

    public static FieldDefinition field(
            String name,
            Type<?> type,
            List<InputValueDefinition> arguments,
            @Nullable String description,
            @Nullable String deprecation) {
        FieldDefinition.Builder field = FieldDefinition.newFieldDefinition()
                .name(name)
                .type(type)
                .inputValueDefinitions(arguments)
                .description(text(description));
        if (deprecation != null) {
            field.directive(deprecated(deprecation));
        }
        return field.build();
    }

    public static InputValueDefinition argument(String name, Type<?> type, @Nullable String description) {
        return InputValueDefinition.newInputValueDefinition()
                .name(name)
                .type(type)
                .description(text(description))
                .build();
    }

    public static @Nullable Description text(@Nullable String description) {
        return description == null ? null : new Description(description, null, description.contains("\n"));
    }

    /** Whether a field of the schema's has the same type as one that would be added, nulls aside. */
    public static boolean agree(Type<?> existing, Type<?> wanted) {
        return TypeTexts.name(existing).equals(TypeTexts.name(wanted))
                && TypeTexts.lists(existing) == TypeTexts.lists(wanted);
    }

    public static Directive deprecated(String reason) {
        return Directive.newDirective()
                .name("deprecated")
                .argument(Argument.newArgument()
                        .name("reason")
                        .value(StringValue.newStringValue(reason).build())
                        .build())
                .build();
    }
}
