package dev.dovetail.jooq;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.Service;
import dev.dovetail.access.AccessRule;
import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionRelationship;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.Relationship;
import dev.dovetail.definition.RowArgument;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ActionException;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A schema with everything in it that Dovetail's own ways through an execution might see otherwise than the engine. */
record AlikeShop(Dovetail dovetail, GraphQLSchema schema) {

    private static final GraphQLScalarType RELUCTANT_DATE = GraphQLScalarType.newScalar()
            .name("Date")
            .coercing(new Coercing<Object, String>() {
                @Override
                public String serialize(Object value, GraphQLContext context, Locale locale) {
                    if (value.toString().startsWith("1999")) {
                        throw new CoercingSerializeException("Not a good year");
                    }
                    return value.toString();
                }

                @Override
                public Object parseValue(Object input, GraphQLContext context, Locale locale) {
                    return LocalDate.of(2001, 2, 3);
                }

                @Override
                public Object parseLiteral(
                        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
                    return parseValue(input, context, locale);
                }
            })
            .build();

    /** The first two are users; the third is not there, and the fourth has no key. */
    private static final List<Map<String, Object>> OUTPUTS = List.of(
            Map.of("key", 1, "label", "one", "keys", List.of(2, 1, 9)),
            Map.of("key", 2, "keys", List.of()),
            Map.of("key", 9, "label", "gone", "keys", Arrays.asList(1, null)),
            Map.of("label", "none"));

    /** Rows that are missing, values where none may be and none where some must be. */
    static TestDatabase database() {
        TestDatabase database = TestDatabase.with(
                "create type mood as enum ('GLAD', 'SAD')",
                "create table users (id int primary key, name text not null, feels mood, tags text[], born date,"
                        + " boss int, secret text, friends int[], data jsonb)",
                "create table orders (id int primary key, user_id int, total numeric(8, 2), placed timestamptz,"
                        + " small bigint)",
                "create table items (order_id int, line int, product uuid, primary key (order_id, line))",
                "create index on orders (user_id, id)",
                "insert into users values (1, 'Ann', 'GLAD', '{a,null,b}', '2001-02-03', 2, 's', '{2,3}', '{\"a\": [1]}'),"
                        + " (2, 'Bob', null, null, '1999-01-01', 9, null, '{9,1,null}', null),"
                        + " (3, 'Cat', 'SAD', '{}', null, 1, 't', null, '[]'),"
                        + " (4, 'Dan', null, null, null, null, null, '{}', null)",
                "insert into orders values (1, 1, 7.50, '2024-01-02T03:04:05Z', 1), (2, 1, null, null, null),"
                        + " (3, 2, 1, null, 3), (4, 3, 8, null, 9007199254740993), (5, 8, 1, null, 0), (6, null, 2, null, 0)",
                "insert into items select o, l, md5(o::text || l)::uuid from generate_series(1, 5) o,"
                        + " generate_series(1, 2) l where o <> 2");
        return database;
    }

    /** After the catalog was read, so that the schema knows nothing of it. */
    static void breakPromises(TestDatabase database) {
        database.run(
                "alter table users alter name drop not null",
                "update users set name = null where id = 3",
                "alter table items drop constraint items_pkey",
                "alter table items alter line drop not null",
                "update items set line = null where order_id = 3 and line = 1");
    }

    static AlikeShop of(TestDatabase database, RoundTrips roundTrips, UnaryOperator<DovetailBuilder> more) {
        DovetailBuilder builder = Dovetail.builder()
                .tables(JooqTableSource.on(database.dsl())
                        .roundTrips(roundTrips)
                        .build())
                .types("type Output { key: Int label: String keys: [Int] } type Risk { level: Int! userId: Int }")
                .scalar(RELUCTANT_DATE)
                .action(ActionDefinition.query("outputs")
                        .returns("[Output!]!")
                        .handler(call -> OUTPUTS)
                        .build())
                .action(ActionDefinition.query("output")
                        .argument("which", "Int!")
                        .returns("Output")
                        .handler(call -> OUTPUTS.get(Math.floorMod((int) call.argument("which"), OUTPUTS.size())))
                        .build())
                .action(ActionDefinition.query("riskOf")
                        .argument("user", "Int!")
                        .returns("Risk")
                        .handler(AlikeShop::risk)
                        .build());
        tables().forEach(builder::table);
        relationships().forEach(builder::relationship);
        Dovetail dovetail = more.apply(builder).build();
        return new AlikeShop(dovetail, Service.schema(dovetail, AlikeHost.SDL, AlikeHost::wire));
    }

    GraphQL engine() {
        return GraphQL.newGraphQL(schema)
                .instrumentation(dovetail.instrumentation())
                .build();
    }

    GraphQL ownStrategy() {
        return GraphQL.newGraphQL(schema)
                .instrumentation(dovetail.instrumentation())
                .queryExecutionStrategy(dovetail.executionStrategy())
                .build();
    }

    private static Object risk(ActionCall call) {
        int user = call.argument("user");
        if (user == 2) {
            throw new ActionException("No risk", Map.of("code", "none"));
        }
        return user == 3 ? Map.of("userId", 1) : Map.of("level", user, "userId", user);
    }

    private static List<TableDefinition> tables() {
        return List.of(
                TableDefinition.of("public", "users")
                        .type("User")
                        .allColumns()
                        .field("initial")
                        .requires("name")
                        .access(AccessRule.forEveryone()
                                .allRows()
                                .aggregates()
                                .columns("id", "name", "feels", "tags", "born", "boss", "friends", "data")
                                .build())
                        .build(),
                TableDefinition.of("public", "orders")
                        .type("Order")
                        .allColumns()
                        .open()
                        .build(),
                TableDefinition.of("public", "items")
                        .type("Item")
                        .allColumns()
                        .open()
                        .build());
    }

    private static List<Relationship> relationships() {
        return List.of(
                Outputs.userByKey("user").build(),
                Outputs.usersByKey("users")
                        .orderBy("id")
                        .arguments(RowArgument.values())
                        .aggregates()
                        .build(),
                ArrayRelationship.named("listed")
                        .on("Output")
                        .references("public", "users")
                        .from("keys")
                        .to("id")
                        .arguments(RowArgument.LIMIT, RowArgument.OFFSET)
                        .build(),
                ArrayRelationship.named("friends_users")
                        .on("User")
                        .references("public", "users")
                        .from("friends")
                        .to("id")
                        .arguments(RowArgument.LIMIT, RowArgument.WHERE)
                        .build(),
                object("boss_user", "User", "users", "boss", "id").build(),
                object("any_order", "User", "orders", "id", "user_id").build(),
                ArrayRelationship.named("orders")
                        .on("User")
                        .references("public", "orders")
                        .from("id")
                        .to("user_id")
                        .orderBy("id")
                        .arguments(RowArgument.values())
                        .aggregates()
                        .connection()
                        .build(),
                ArrayRelationship.named("items")
                        .on("Order")
                        .references("public", "items")
                        .from("id")
                        .to("order_id")
                        .orderBy("line")
                        .build(),
                object("customer", "Order", "users", "user_id", "id").nonNull().build(),
                object("order", "Item", "orders", "order_id", "id").build(),
                object("user", "Risk", "users", "userId", "id").build(),
                ActionRelationship.named("risk")
                        .on("User")
                        .from("id")
                        .action("riskOf")
                        .to("user")
                        .build());
    }

    private static ObjectRelationship.Builder object(String name, String on, String table, String from, String to) {
        return ObjectRelationship.named(name)
                .on(on)
                .references("public", table)
                .from(from)
                .to(to);
    }
}
