package dev.dovetail.jooq;

import graphql.GraphqlErrorBuilder;
import graphql.TypeResolutionEnvironment;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.RuntimeWiring;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What the host adds to the shop: fields of tables, with data fetchers that do what hosts do, and abstract types. */
final class AlikeHost {

    static final String SDL = """
            type Query { version: String somebody: User hosted: [User] thing: Thing named: Named things: [Thing!] }
            interface Named { name: String! orders: [Order!] boss_user: User }
            interface Numbered { id: Int! }
            union Thing = User | Order
            extend type User implements Named & Numbered {
              initial: String
              strict: String!
              thrown: String
              later: String
              warned: String
              self: User
              twin: [User!]
              thing: Thing
              named: Named
            }
            extend type Order implements Numbered { strict: Int! self: Order! numbered: Numbered }
            """;

    private AlikeHost() {}

    static RuntimeWiring.Builder wire(RuntimeWiring.Builder wiring) {
        return wiring.type("Named", type -> type.typeResolver(AlikeHost::resolve))
                .type("Numbered", type -> type.typeResolver(AlikeHost::resolve))
                .type("Thing", type -> type.typeResolver(AlikeHost::resolve))
                .type(
                        "Query",
                        type -> type.dataFetcher("somebody", environment -> somebody())
                                .dataFetcher("hosted", environment -> Arrays.asList(somebody(), null))
                                .dataFetcher("thing", environment -> somebody())
                                .dataFetcher("named", environment -> somebody())
                                .dataFetcher(
                                        "things", environment -> List.of(somebody(), Map.of("id", 1, "user_id", 1))))
                .type(
                        "User",
                        type -> type.dataFetcher(
                                        "initial",
                                        environment -> name(environment).substring(0, 1))
                                .dataFetcher(
                                        "strict",
                                        environment -> "Bob".equals(name(environment)) ? null : name(environment))
                                .dataFetcher("thrown", environment -> {
                                    throw new IllegalStateException("thrown");
                                })
                                .dataFetcher("later", environment -> CompletableFuture.supplyAsync(() -> "later"))
                                .dataFetcher("warned", AlikeHost::warned)
                                .dataFetcher("self", self())
                                .dataFetcher(
                                        "twin",
                                        environment -> List.of(
                                                environment.<Object>getSource(), environment.<Object>getSource()))
                                .dataFetcher("thing", self())
                                .dataFetcher("named", self()))
                .type(
                        "Order",
                        type -> type.dataFetcher("strict", environment -> null)
                                .dataFetcher("self", self())
                                .dataFetcher("numbered", self()));
    }

    private static Map<String, Object> somebody() {
        return Map.of("id", 1, "name", "Somebody", "boss", 2, "friends", List.of(2, 1));
    }

    private static DataFetcher<?> self() {
        return environment -> environment.getSource();
    }

    private static Object warned(DataFetchingEnvironment environment) {
        return DataFetcherResult.newResult()
                .data("warned")
                .error(GraphqlErrorBuilder.newError(environment)
                        .message("Beware")
                        .build())
                .build();
    }

    private static String name(DataFetchingEnvironment environment) {
        Map<String, String> row = environment.getSource();
        return row.get("name");
    }

    private static GraphQLObjectType resolve(TypeResolutionEnvironment environment) {
        Map<?, ?> row = environment.getObject();
        return environment.getSchema().getObjectType(row.containsKey("user_id") ? "Order" : "User");
    }
}
