package dev.dovetail.internal.schema;

import dev.dovetail.definition.OperationKind;
import graphql.language.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The host's schema with the types that were declared through Dovetail. */
public record CombinedView(SchemaView host, SchemaView declared) implements SchemaView {

    @Override
    public Set<String> typeNames() {
        Set<String> names = new LinkedHashSet<>(host.typeNames());
        names.addAll(declared.typeNames());
        return names;
    }

    @Override
    public @Nullable TypeKind kind(String typeName) {
        TypeKind kind = host.kind(typeName);
        // A registry has every built-in scalar, a built schema only those that it uses.
        return kind != null || KnownScalars.isBuiltIn(typeName) ? kind : declared.kind(typeName);
    }

    @Override
    public Map<String, Type<?>> fields(String typeName) {
        Map<String, Type<?>> fields = new LinkedHashMap<>(declared.fields(typeName));
        fields.putAll(host.fields(typeName));
        return fields;
    }

    @Override
    public Map<String, Type<?>> arguments(String typeName, String field) {
        Map<String, Type<?>> arguments = host.arguments(typeName, field);
        return arguments.isEmpty() ? declared.arguments(typeName, field) : arguments;
    }

    @Override
    public Set<String> values(String typeName) {
        Set<String> values = host.values(typeName);
        return values.isEmpty() ? declared.values(typeName) : values;
    }

    @Override
    public List<String> implementations(String interfaceName) {
        return Stream.concat(
                        host.implementations(interfaceName).stream(), declared.implementations(interfaceName).stream())
                .distinct()
                .toList();
    }

    @Override
    public List<AppliedDirective> directives(Set<String> names) {
        return Stream.concat(host.directives(names).stream(), declared.directives(names).stream())
                .toList();
    }

    @Override
    public @Nullable String rootType(OperationKind operation) {
        return host.rootType(operation);
    }

    @Override
    public @Nullable String subscriptionType() {
        return host.subscriptionType();
    }
}
