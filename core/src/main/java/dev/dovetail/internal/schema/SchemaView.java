package dev.dovetail.internal.schema;

import dev.dovetail.definition.OperationKind;
import graphql.language.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked of a schema before it is extended, whatever form it has. */
public interface SchemaView {

    /** The names of all types. */
    Set<String> typeNames();

    /** The kind of the type of this name, or null when there is none. */
    @Nullable
    TypeKind kind(String typeName);

    /** The fields of an object, interface or input type, those of its extensions included; empty for any other name. */
    Map<String, Type<?>> fields(String typeName);

    /** The arguments of a field of an object or interface type; empty where there is no such field. */
    Map<String, Type<?>> arguments(String typeName, String field);

    /** The values of an enumeration, those of its extensions included; empty for any other name. */
    Set<String> values(String typeName);

    /** The names of the types that implement an interface, other interfaces included. */
    List<String> implementations(String interfaceName);

    /** Where these directives stand on object and interface types, those of extensions included. */
    List<AppliedDirective> directives(Set<String> names);

    /** The name of the root type, or null when the schema has none for this operation. */
    @Nullable
    String rootType(OperationKind operation);

    /** The name of the subscription type, or null when the schema has none. */
    @Nullable
    String subscriptionType();
}
