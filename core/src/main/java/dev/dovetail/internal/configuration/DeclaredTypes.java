package dev.dovetail.internal.configuration;

import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.schema.Additions;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.internal.schema.TypeKind;
import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.EnumTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Map;
import java.util.stream.Collectors;

/** Adds the types that the host wrote in SDL for Dovetail: those that only its actions use. */
final class DeclaredTypes {

    private final SchemaView host;
    private final Additions additions;
    private final Faults faults;
    private final TypeDefinitionRegistry registry = new TypeDefinitionRegistry();

    DeclaredTypes(SchemaView host, Additions additions, Faults faults) {
        this.host = host;
        this.additions = additions;
        this.faults = faults;
    }

    /** The types, to be looked at with those of the host. */
    TypeDefinitionRegistry registry() {
        return registry;
    }

    void add(String text) {
        try {
            Parser.parse(text).getDefinitions().forEach(this::add);
        } catch (InvalidSyntaxException e) {
            faults.add("types", "the SDL cannot be parsed: " + e.getMessage());
        }
    }

    private void add(Definition<?> definition) {
        boolean supported = definition instanceof ObjectTypeDefinition
                || definition instanceof InputObjectTypeDefinition
                || definition instanceof EnumTypeDefinition;
        // An extension is a subclass of what it extends.
        if (!supported || definition.getClass().getSimpleName().contains("Extension")) {
            String name = definition instanceof NamedNode<?> named && named.getName() != null
                    ? " '" + named.getName() + "'"
                    : "";
            faults.add(
                    "types",
                    "only object types, input types and enums can be declared through Dovetail; put" + name
                            + " into the schema itself");
            return;
        }
        add((TypeDefinition<?>) definition);
    }

    private void add(TypeDefinition<?> definition) {
        if (host.kind(definition.getName()) != null) {
            requireSame(definition);
        } else if (registry.add(definition).isPresent()) {
            faults.add("type " + definition.getName(), "it is declared twice through Dovetail");
        } else {
            additions.type(definition);
        }
    }

    /** A schema may be extended twice; what is there from the first time is no clash. */
    private void requireSame(TypeDefinition<?> definition) {
        Map<String, String> existing = host.fields(definition.getName()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> AstPrinter.printAst(field.getValue())));
        boolean sameFields = !(definition instanceof ObjectTypeDefinition object)
                || object.getFieldDefinitions().stream()
                        .allMatch(field -> AstPrinter.printAst(field.getType()).equals(existing.get(field.getName())));
        boolean same = sameFields && host.kind(definition.getName()) == TypeKind.of(definition);
        if (!same) {
            faults.add(
                    "type " + definition.getName(),
                    "the schema has a type of this name that is another; remove it from .types(...)");
        }
    }
}
