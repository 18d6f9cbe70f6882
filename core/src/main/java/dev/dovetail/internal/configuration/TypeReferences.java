package dev.dovetail.internal.configuration;

import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.schema.Additions;
import dev.dovetail.internal.schema.KnownScalars;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.internal.schema.TypeKind;
import dev.dovetail.internal.schema.TypeTexts;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.schema.GraphQLScalarType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes sure that every type exists that an addition refers to; adds the scalars that Dovetail knows. */
final class TypeReferences {

    private final SchemaView schema;
    private final List<GraphQLScalarType> declared;
    private final Additions additions;
    private final Faults faults;

    /**
     * @param declared scalars of the host's, for schemas that lack them
     */
    TypeReferences(SchemaView schema, List<GraphQLScalarType> declared, Additions additions, Faults faults) {
        this.schema = schema;
        this.declared = declared;
        this.additions = additions;
        this.faults = faults;
    }

    void check() {
        additions.types().values().forEach(this::check);
        additions.fields().forEach(this::checkFields);
    }

    private void check(TypeDefinition<?> definition) {
        if (definition instanceof ObjectTypeDefinition object) {
            checkFields(object.getName(), object.getFieldDefinitions());
        } else if (definition instanceof InputObjectTypeDefinition input) {
            input.getInputValueDefinitions()
                    .forEach(field -> checkInput(input.getName() + "." + field.getName(), field));
        }
    }

    private void checkFields(String typeName, List<FieldDefinition> fields) {
        for (FieldDefinition field : fields) {
            String subject = typeName + "." + field.getName();
            TypeKind kind = check(subject, field.getType());
            if (kind != null && !kind.isOutput()) {
                faults.add(subject, "a field cannot be of the input type " + TypeTexts.name(field.getType()));
            }
            field.getInputValueDefinitions().forEach(argument -> checkInput(subject, argument));
        }
    }

    private void checkInput(String subject, InputValueDefinition input) {
        TypeKind kind = check(subject, input.getType());
        if (kind != null && !kind.isInput()) {
            faults.add(
                    subject,
                    "argument or input field '" + input.getName() + "' cannot be of the " + kind.text() + " type "
                            + TypeTexts.name(input.getType()));
        }
    }

    /** The kind of the type that is referred to, or null after a fault. */
    private @Nullable TypeKind check(String subject, Type<?> type) {
        String name = TypeTexts.name(type);
        TypeKind kind = kind(name);
        GraphQLScalarType scalar = scalar(name);
        if (kind == null && scalar != null) {
            additions.scalar(scalar);
            return TypeKind.SCALAR;
        }
        if (kind == null) {
            Set<String> known = new HashSet<>(schema.typeNames());
            known.addAll(additions.types().keySet());
            faults.add(subject, "there is no type '" + name + "'" + Hints.of(name, known));
        }
        return kind;
    }

    private @Nullable GraphQLScalarType scalar(String name) {
        return declared.stream()
                .filter(scalar -> scalar.getName().equals(name))
                .findFirst()
                .orElseGet(() -> KnownScalars.byName(name));
    }

    private @Nullable TypeKind kind(String name) {
        TypeDefinition<?> added = additions.types().get(name);
        if (added != null) {
            return TypeKind.of(added);
        }
        return additions.scalars().containsKey(name) ? TypeKind.SCALAR : schema.kind(name);
    }
}
