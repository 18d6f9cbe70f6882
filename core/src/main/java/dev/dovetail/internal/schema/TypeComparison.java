package dev.dovetail.internal.schema;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a type of the schema's can stand for one that would be generated. */
public record TypeComparison(SchemaView schema) {

    /** What is different, if anything is. */
    public Optional<String> difference(TypeDefinition<?> wanted) {
        TypeKind kind = schema.kind(wanted.getName());
        if (kind != TypeKind.of(wanted)) {
            return Optional.of("it is of kind " + (kind == null ? "none" : kind.text()));
        }
        if (wanted instanceof EnumTypeDefinition enumeration) {
            return values(enumeration);
        }
        if (wanted instanceof InputObjectTypeDefinition input) {
            return inputFields(input);
        }
        return fields((ObjectTypeDefinition) wanted);
    }

    /** Clients could choose a value that means nothing. */
    private Optional<String> values(EnumTypeDefinition wanted) {
        Set<String> values = wanted.getEnumValueDefinitions().stream()
                .map(EnumValueDefinition::getName)
                .collect(Collectors.toSet());
        Set<String> existing = schema.values(wanted.getName());
        return values.equals(existing) ? Optional.empty() : Optional.of("its values are " + existing);
    }

    /** Clients could give a field that means nothing. */
    private Optional<String> inputFields(InputObjectTypeDefinition wanted) {
        Map<String, Type<?>> fields = new LinkedHashMap<>();
        for (InputValueDefinition field : wanted.getInputValueDefinitions()) {
            fields.put(field.getName(), field.getType());
        }
        Set<String> more = new LinkedHashSet<>(schema.fields(wanted.getName()).keySet());
        more.removeAll(fields.keySet());
        return more.isEmpty() ? fields(wanted.getName(), fields) : Optional.of("it has the fields " + more);
    }

    /** Fields beside those that are wanted are the host's to answer. */
    private Optional<String> fields(ObjectTypeDefinition wanted) {
        Map<String, Type<?>> fields = new LinkedHashMap<>();
        for (FieldDefinition field : wanted.getFieldDefinitions()) {
            fields.put(field.getName(), field.getType());
        }
        return nulls(wanted.getName(), fields).or(() -> fields(wanted.getName(), fields));
    }

    /** A cursor or a sum is null where there are no rows, which would null all that is around a non-null field. */
    private Optional<String> nulls(String typeName, Map<String, Type<?>> wanted) {
        Map<String, Type<?>> existing = schema.fields(typeName);
        return wanted.entrySet().stream()
                .filter(field -> existing.get(field.getKey()) instanceof NonNullType
                        && !(field.getValue() instanceof NonNullType)
                        && KnownScalars.byName(TypeTexts.name(field.getValue())) != null)
                .findFirst()
                .map(field -> "its field " + field.getKey() + " must be nullable");
    }

    private Optional<String> fields(String typeName, Map<String, Type<?>> wanted) {
        Map<String, Type<?>> existing = schema.fields(typeName);
        return wanted.entrySet().stream()
                .filter(field -> !existing.containsKey(field.getKey())
                        || !Fields.agree(existing.get(field.getKey()), field.getValue()))
                .findFirst()
                .map(field -> "it lacks the field " + field.getKey() + ": " + TypeTexts.print(field.getValue()));
    }
}
