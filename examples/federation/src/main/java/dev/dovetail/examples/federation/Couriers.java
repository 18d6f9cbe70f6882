package dev.dovetail.examples.federation;

import graphql.TypeResolutionEnvironment;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entities that are no rows: couriers are this service's own, products are but what others say of them. */
final class Couriers {

    private static final Map<String, Courier> COURIERS =
            Map.of("bike", new Courier("bike", "Bicycle"), "post", new Courier("post", "Post"));

    record Courier(String code, String name) {}

    private Couriers() {}

    static List<@Nullable Object> fetch(DataFetchingEnvironment environment) {
        List<Map<String, Object>> representations = environment.getArgumentOrDefault("representations", List.of());
        List<@Nullable Object> entities = new ArrayList<>();
        for (Map<String, Object> representation : representations) {
            boolean isCourier = "Courier".equals(representation.get("__typename"));
            entities.add(isCourier ? COURIERS.get(String.valueOf(representation.get("code"))) : representation);
        }
        return entities;
    }

    static GraphQLObjectType type(TypeResolutionEnvironment environment) {
        boolean isCourier = environment.getObject() instanceof Courier;
        return environment.getSchema().getObjectType(isCourier ? "Courier" : "Product");
    }
}
