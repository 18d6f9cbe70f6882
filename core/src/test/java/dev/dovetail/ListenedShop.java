package dev.dovetail;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import graphql.GraphQL;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** Two users with three orders, and actions that answer their ids: one of them twice, and one that nobody has. */
final class ListenedShop {

    static final UUID ANN = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");
    static final UUID BOB = UUID.fromString("9c1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a22");
    private static final UUID NOBODY = UUID.fromString("00000000-54fd-4d0a-9b5e-0d1a7f7f2a33");
    private static final List<Map<String, UUID>> OUTPUTS =
            List.of(Map.of("id", ANN), Map.of("id", BOB), Map.of("id", BOB), Map.of("id", NOBODY));

    private ListenedShop() {}

    static FakeTables tables() {
        return FakeTables.none()
                .add(FakeTables.users(), Map.of("id", ANN, "name", "Ann"), Map.of("id", BOB, "name", "Bob"))
                .add(
                        FakeTables.orders(),
                        Map.of("id", 1, "user_id", ANN),
                        Map.of("id", 2, "user_id", BOB),
                        Map.of("id", 3, "user_id", BOB));
    }

    /** A source that answers as the function says. */
    static TableSource answering(Function<TableRequest, CompletionStage<TableRows>> answer) {
        FakeTables tables = tables();
        return new TableSource() {
            @Override
            public Table describe(TableName name) {
                return tables.describe(name);
            }

            @Override
            public CompletionStage<TableRows> load(TableRequest request) {
                return answer.apply(request);
            }
        };
    }

    static Service service(TableSource source, Consumer<DovetailBuilder> more) {
        return Service.of(graphQL(source, more));
    }

    static GraphQL graphQL(TableSource source, Consumer<DovetailBuilder> more) {
        DovetailBuilder builder = Dovetail.builder().tables(source);
        more.accept(builder);
        String sdl = "type Query { version: String } type Mutation { v: String }";
        return Service.graphQL(dovetail(builder), sdl, wiring -> wiring).build();
    }

    static Dovetail dovetail(DovetailBuilder builder) {
        return builder.types("type Output { id: ID } type Listed { ids: [ID] }")
                .action(ActionDefinition.query("outputs")
                        .returns("[Output]")
                        .handler(call -> OUTPUTS)
                        .build())
                .action(ActionDefinition.mutation("outputsNow")
                        .returns("[Output]")
                        .handler(call -> OUTPUTS)
                        .build())
                .action(ActionDefinition.query("listed")
                        .returns("Listed")
                        .handler(call -> Map.of("ids", List.of(ANN, BOB, ANN)))
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id")
                        .build())
                .relationship(orders("Output").from("id").aggregates().build())
                .relationship(orders("User").from("id").build())
                .relationship(orders("Listed").from("ids").build())
                .relationship(user("Output", "id"))
                .relationship(user("Order", "user_id"))
                .build();
    }

    private static ArrayRelationship.Builder orders(String type) {
        return ArrayRelationship.named("orders")
                .on(type)
                .references("public", "orders")
                .to("user_id");
    }

    private static ObjectRelationship user(String type, String from) {
        return ObjectRelationship.named("user")
                .on(type)
                .references("public", "users")
                .from(from)
                .to("id")
                .build();
    }
}
