package dev.dovetail.internal.schema;

import dev.dovetail.definition.OperationKind;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A schema that is still SDL. */
public final class RegistryView implements SchemaView {

    private final TypeDefinitionRegistry registry;

    public RegistryView(TypeDefinitionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Set<String> typeNames() {
        Set<String> names = new LinkedHashSet<>(registry.types().keySet());
        names.addAll(registry.scalars().keySet());
        return names;
    }

    @Override
    public @Nullable TypeKind kind(String typeName) {
        if (registry.scalars().containsKey(typeName)) {
            return TypeKind.SCALAR;
        }
        TypeDefinition<?> definition = registry.types().get(typeName);
        return definition == null ? null : TypeKind.of(definition);
    }

    @Override
    public Map<String, Type<?>> fields(String typeName) {
        Map<String, Type<?>> fields = new LinkedHashMap<>();
        declarations(typeName)
                .flatMap(declaration -> declaration.getFieldDefinitions().stream())
                .forEach(field -> fields.put(field.getName(), field.getType()));
        inputs(typeName)
                .flatMap(input -> input.getInputValueDefinitions().stream())
                .forEach(field -> fields.put(field.getName(), field.getType()));
        return fields;
    }

    @Override
    public Map<String, Type<?>> arguments(String typeName, String field) {
        Map<String, Type<?>> arguments = new LinkedHashMap<>();
        declarations(typeName)
                .flatMap(declaration -> declaration.getFieldDefinitions().stream())
                .filter(definition -> definition.getName().equals(field))
                .flatMap(definition -> definition.getInputValueDefinitions().stream())
                .forEach(argument -> arguments.put(argument.getName(), argument.getType()));
        return arguments;
    }

    @Override
    public Set<String> values(String typeName) {
        Stream<EnumTypeDefinition> base = registry.types().get(typeName) instanceof EnumTypeDefinition enumeration
                ? Stream.of(enumeration)
                : Stream.empty();
        return Stream.concat(base, registry.enumTypeExtensions().getOrDefault(typeName, List.of()).stream())
                .flatMap(enumeration -> enumeration.getEnumValueDefinitions().stream())
                .map(EnumValueDefinition::getName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<InputObjectTypeDefinition> inputs(String typeName) {
        Stream<InputObjectTypeDefinition> base =
                registry.types().get(typeName) instanceof InputObjectTypeDefinition input
                        ? Stream.of(input)
                        : Stream.empty();
        return Stream.concat(base, registry.inputObjectTypeExtensions().getOrDefault(typeName, List.of()).stream());
    }

    private Stream<ImplementingTypeDefinition<?>> declarations(String typeName) {
        TypeDefinition<?> definition = registry.types().get(typeName);
        Stream<ImplementingTypeDefinition<?>> base =
                definition instanceof ImplementingTypeDefinition<?> fielded ? Stream.of(fielded) : Stream.empty();
        Stream<ImplementingTypeDefinition<?>> extensions = Stream.concat(
                registry.objectTypeExtensions().getOrDefault(typeName, List.of()).stream(),
                registry.interfaceTypeExtensions().getOrDefault(typeName, List.of()).stream());
        return Stream.concat(base, extensions);
    }

    /** The types that have fields, and those that have but extensions here. */
    private Set<String> declared() {
        Set<String> names = new LinkedHashSet<>(registry.types().keySet());
        names.addAll(registry.objectTypeExtensions().keySet());
        names.addAll(registry.interfaceTypeExtensions().keySet());
        return names;
    }

    @Override
    public List<String> implementations(String interfaceName) {
        return declared().stream()
                .filter(name -> declarations(name)
                        .flatMap(declaration -> declaration.getImplements().stream())
                        .anyMatch(type -> TypeTexts.name(type).equals(interfaceName)))
                .toList();
    }

    @Override
    public List<AppliedDirective> directives(Set<String> names) {
        return declared().stream()
                .flatMap(type -> declarations(type)
                        .flatMap(declaration -> ((DirectivesContainer<?>) declaration).getDirectives().stream())
                        .filter(directive -> names.contains(directive.getName()))
                        .map(directive -> new AppliedDirective(type, directive)))
                .toList();
    }

    @Override
    public @Nullable String rootType(OperationKind operation) {
        return rootType(
                operation.name().toLowerCase(Locale.ROOT), operation == OperationKind.QUERY ? "Query" : "Mutation");
    }

    @Override
    public @Nullable String subscriptionType() {
        return rootType("subscription", "Subscription");
    }

    private @Nullable String rootType(String operation, String conventional) {
        Stream<OperationTypeDefinition> declared = Stream.concat(
                registry.schemaDefinition().stream().flatMap(schema -> schema.getOperationTypeDefinitions().stream()),
                registry.getSchemaExtensionDefinitions().stream()
                        .flatMap(schema -> schema.getOperationTypeDefinitions().stream()));
        boolean byConvention = registry.schemaDefinition().isEmpty()
                && declarations(conventional).findAny().isPresent();
        return declared.filter(type -> type.getName().equals(operation))
                .map(type -> type.getTypeName().getName())
                .findFirst()
                .orElse(byConvention ? conventional : null);
    }
}
