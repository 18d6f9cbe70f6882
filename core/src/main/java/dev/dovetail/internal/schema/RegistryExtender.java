package dev.dovetail.internal.schema;

import dev.dovetail.definition.OperationKind;
import graphql.language.Argument;
import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.InterfaceTypeExtensionDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SchemaExtensionDefinition;
import graphql.language.StringValue;
import graphql.language.TypeName;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes additions into a schema that is still SDL, where they cost next to nothing. */
public final class RegistryExtender {

    /** Marks the scalars that were added here, which a later extension of the same registry finds in it. */
    private static final String OWN = "dovetail";

    private final TypeDefinitionRegistry registry;
    private final Additions additions;

    public RegistryExtender(TypeDefinitionRegistry registry, Additions additions) {
        this.registry = registry;
        this.additions = additions;
    }

    public void extend() {
        additions.scalars().values().stream()
                .filter(scalar -> !KnownScalars.isBuiltIn(scalar.getName()))
                .forEach(scalar -> add(definition(scalar)));
        additions.directives().stream()
                .filter(directive ->
                        registry.getDirectiveDefinition(directive.getName()).isEmpty())
                .forEach(this::add);
        additions.types().values().forEach(this::add);
        additions.rootTypes().forEach(this::addRootType);
        // Looked up once: the registry goes through all of its types for each look.
        Set<String> interfaces =
                registry.getTypesMap(InterfaceTypeDefinition.class).keySet();
        additions
                .fields()
                .forEach((typeName, fields) -> add(extension(interfaces.contains(typeName), typeName, fields)));
    }

    /**
     * The scalars of a registry that come from this extension or from one before it, and that wiring must provide.
     *
     * @param declared scalars of the host's, which it does not provide itself
     */
    public static List<GraphQLScalarType> ownScalars(
            TypeDefinitionRegistry registry, List<GraphQLScalarType> declared) {
        Map<String, GraphQLScalarType> byName = new HashMap<>();
        declared.forEach(scalar -> byName.putIfAbsent(scalar.getName(), scalar));
        return registry.scalars().values().stream()
                .filter(definition -> definition.getAdditionalData().containsKey(OWN))
                .map(definition -> byName.getOrDefault(definition.getName(), KnownScalars.byName(definition.getName())))
                .filter(Objects::nonNull)
                .toList();
    }

    /** With all that the scalar says of itself, so that the SDL can be printed without it. */
    private static ScalarTypeDefinition definition(GraphQLScalarType scalar) {
        ScalarTypeDefinition.Builder definition = ScalarTypeDefinition.newScalarTypeDefinition()
                .name(scalar.getName())
                .additionalData(OWN, OWN);
        if (scalar.getDescription() != null) {
            definition.description(new Description(scalar.getDescription(), null, false));
        }
        if (scalar.getSpecifiedByUrl() != null) {
            definition.directive(Directive.newDirective()
                    .name("specifiedBy")
                    .argument(Argument.newArgument()
                            .name("url")
                            .value(StringValue.of(scalar.getSpecifiedByUrl()))
                            .build())
                    .build());
        }
        return definition.build();
    }

    private void addRootType(OperationKind operation, String typeName) {
        add(ObjectTypeDefinition.newObjectTypeDefinition().name(typeName).build());
        if (registry.schemaDefinition().isPresent()) {
            add(SchemaExtensionDefinition.newSchemaExtensionDefinition()
                    .operationTypeDefinition(OperationTypeDefinition.newOperationTypeDefinition()
                            .name(operation.name().toLowerCase(Locale.ROOT))
                            .typeName(TypeName.newTypeName(typeName).build())
                            .build())
                    .build());
        }
    }

    private static SDLDefinition<?> extension(boolean isInterface, String typeName, List<FieldDefinition> fields) {
        if (isInterface) {
            return InterfaceTypeExtensionDefinition.newInterfaceTypeExtensionDefinition()
                    .name(typeName)
                    .definitions(fields)
                    .build();
        }
        return ObjectTypeExtensionDefinition.newObjectTypeExtensionDefinition()
                .name(typeName)
                .fieldDefinitions(fields)
                .build();
    }

    private void add(SDLDefinition<?> definition) {
        registry.add(definition).ifPresent(error -> {
            throw new IllegalStateException("The schema refused an addition of Dovetail's: " + error.getMessage());
        });
    }
}
