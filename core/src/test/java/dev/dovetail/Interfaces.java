package dev.dovetail;

import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import java.util.Map;

/** Tells the objects of interfaces apart by an entry {@code type}. */
final class Interfaces {

    private static final TypeResolver BY_ENTRY = environment -> {
        Map<String, Object> object = environment.getObject();
        return environment.getSchema().getObjectType(object.get("type").toString());
    };

    private Interfaces() {}

    static RuntimeWiring.Builder resolvers(RuntimeWiring.Builder wiring) {
        return wiring.type("Node", type -> type.typeResolver(BY_ENTRY))
                .type("Named", type -> type.typeResolver(BY_ENTRY))
                .type("Thing", type -> type.typeResolver(BY_ENTRY));
    }
}
