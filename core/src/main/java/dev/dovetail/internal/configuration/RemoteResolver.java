package dev.dovetail.internal.configuration;

import dev.dovetail.definition.RemoteLoader;
import dev.dovetail.definition.RemoteRelationship;
import dev.dovetail.internal.configuration.Configuration.RemoteField;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.model.Remote;
import dev.dovetail.internal.schema.Fields;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.internal.schema.TypeTexts;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NonNullType;
import graphql.language.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves remote relationships: checks types and mapping, and puts the field on the type and its implementations. */
final class RemoteResolver {

    private final LoadedFields placed;
    private final ParentTypes parents;
    private final MappedFields fields;
    private final Signatures signatures;
    private final Faults faults;
    private final Configuration result;

    RemoteResolver(SchemaView schema, ParentTypes parents, MappedFields fields, Faults faults, Configuration result) {
        this.placed = new LoadedFields(schema, parents, result.additions());
        this.parents = parents;
        this.fields = fields;
        this.signatures = new Signatures(faults);
        this.faults = faults;
        this.result = result;
    }

    void resolve(RemoteRelationship relationship) {
        boolean typeFits = parents.check(relationship);
        RemoteLoader.Async loader = loader(relationship);
        Type<?> returns = returns(relationship);
        List<InputValueDefinition> arguments = signatures.arguments(relationship, relationship.arguments());
        RemoteMapping mapping = new RemoteMapping(relationship, fields, faults);
        boolean mappingFits = mapping.resolve(typeFits, returns);
        if (typeFits && mappingFits && loader != null && returns != null) {
            boolean many = TypeTexts.lists(returns) > 0;
            Remote remote = new Remote(relationship, loader, many, mapping.isListOfKeys());
            FieldDefinition field = Fields.field(
                    relationship.name(), returns, arguments, relationship.description(), relationship.deprecation());
            placed.add(relationship, field, typeName -> result.remotes().add(new RemoteField(typeName, remote)));
        }
    }

    private RemoteLoader.@Nullable Async loader(RemoteRelationship relationship) {
        if (relationship.loader() == null) {
            faults.add(relationship, "nothing finds its values; say .loader(batch -> ...)");
        }
        return relationship.loader();
    }

    private @Nullable Type<?> returns(RemoteRelationship relationship) {
        if (relationship.returns() == null) {
            faults.add(relationship, "it has no type; say .returns(type)");
            return null;
        }
        Type<?> type = signatures.type(relationship, relationship.returns());
        if (type == null || type instanceof NonNullType) {
            return type;
        }
        return relationship.isNonNull() ? TypeTexts.nonNull(type) : type;
    }
}
