package dev.dovetail.internal.schema;

import dev.dovetail.definition.OperationKind;
import graphql.language.FieldDefinition;
import graphql.language.InterfaceTypeExtensionDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SchemaExtensionDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes additions into a schema that is still SDL, where they cost next to nothing. */
public final class RegistryExtender {

    private final TypeDefinitionRegistry registry;
    private final Additions additions;

    public RegistryExtender(TypeDefinitionRegistry registry, Additions additions) {
        this.registry = registry;
        this.additions = additions;
    }

    public void extend() {
        additions.scalars().keySet().stream()
                .filter(name -> !KnownScalars.isBuiltIn(name))
                .forEach(name -> add(ScalarTypeDefinition.newScalarTypeDefinition()
                        .name(name)
                        .build()));
        additions.types().values().forEach(this::add);
        additions.rootTypes().forEach(this::addRootType);
        for (Map.Entry<String, List<FieldDefinition>> entry : additions.fields().entrySet()) {
            add(extension(entry.getKey(), entry.getValue()));
        }
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

    private SDLDefinition<?> extension(String typeName, List<FieldDefinition> fields) {
        if (new RegistryView(registry).kind(typeName) == TypeKind.INTERFACE) {
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
