package dev.dovetail.internal.schema;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the definitions of the types that are generated. */
public final class Types {

    private Types() {}

    public static ObjectTypeDefinition object(String name, String description, List<FieldDefinition> fields) {
        return ObjectTypeDefinition.newObjectTypeDefinition()
                .name(name)
                .description(Fields.text(description))
                .fieldDefinitions(fields)
                .build();
    }

    public static InputObjectTypeDefinition input(String name, String description, List<InputValueDefinition> fields) {
        return InputObjectTypeDefinition.newInputObjectDefinition()
                .name(name)
                .description(Fields.text(description))
                .inputValueDefinitions(fields)
                .build();
    }

    /**
     * An enumeration.
     *
     * @param values what each value means, or null, by its name
     */
    public static EnumTypeDefinition enumeration(
            String name, String description, Map<String, ? extends @Nullable String> values) {
        return EnumTypeDefinition.newEnumTypeDefinition()
                .name(name)
                .description(Fields.text(description))
                .enumValueDefinitions(values.entrySet().stream()
                        .map(value -> EnumValueDefinition.newEnumValueDefinition()
                                .name(value.getKey())
                                .description(Fields.text(value.getValue()))
                                .build())
                        .toList())
                .build();
    }
}
