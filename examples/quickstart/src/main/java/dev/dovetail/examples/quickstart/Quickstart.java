package dev.dovetail.examples.quickstart;

import dev.dovetail.Dovetail;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.RemoteRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.examples.quickstart.userservice.UserService;
import dev.dovetail.examples.quickstart.web.Requests;
import dev.dovetail.jooq.JooqTableSource;
import dev.dovetail.jooq.RoundTrips;
import dev.dovetail.session.Session;
import dev.dovetail.table.TableSource;
import dev.dovetail.webhook.Webhook;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * A small shop behind GraphQL. {@link #dovetail} joins what its actions return to its tables; {@link Services} has
 * everything around that.
 */
public final class Quickstart {

    private Quickstart() {}

    /** Serves a page with ready queries until Ctrl+C; with {@code --demo}, prints what the queries answer. */
    public static void main(String[] arguments) {
        try {
            Options options = Options.parse(arguments);
            System.out.println("Starting PostgreSQL; the first time takes some seconds.");
            Services services = Services.start();
            if (options.demo()) {
                services.demo(System.out);
            } else {
                services.serve(System.out, options.port());
            }
        } catch (IllegalArgumentException | IllegalStateException | ConfigurationException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** The definitions: actions answer with ids, relationships turn ids into rows. */
    static Dovetail dovetail(DSLContext dsl, UserService userService) {
        return Dovetail.builder()
                .tables(tables(dsl))
                .types("type UserOutput { id: UUID! }")
                .types("type CustomerRank { rank: Int! userId: UUID! }")
                .types("type PackingList { orderIds: [Int!]! }")
                .action(createUser(userService.createUserUri()))
                .action(topCustomers(dsl))
                .action(packingList(dsl))
                .table(users())
                .table(orders())
                .table(orderItems())
                .relationship(userOf("UserOutput", "id"))
                .relationship(userOf("CustomerRank", "userId"))
                .relationship(userOf("Order", "user_id"))
                .relationship(ordersOfUser())
                .relationship(itemsOfOrder())
                .relationship(ordersOfPackingList())
                .relationship(profileOfUser(userService.profilesUri()))
                .session(context -> context.getOrDefault(Session.class, Session.ANONYMOUS))
                // asked for each request: the trace names tables and columns, which is for developers alone
                .joinTrace(context -> context.getBoolean(Requests.DEVELOPER))
                .build();
    }

    /** The ready queries promise a statement for each relationship, even if this machine is slow and seems far away. */
    private static TableSource tables(DSLContext dsl) {
        return JooqTableSource.on(dsl)
                .roundTrips(RoundTrips.ONE_PER_RELATIONSHIP)
                .build();
    }

    /** An action behind a REST service, which knows nothing of GraphQL or of Dovetail. */
    private static ActionDefinition createUser(URI service) {
        return ActionDefinition.mutation("createUser")
                .argument("name", "String!")
                .returns("UserOutput")
                .handler(Webhook.post(service).build())
                .build();
    }

    /** An action in this process. */
    private static ActionDefinition topCustomers(DSLContext dsl) {
        return ActionDefinition.query("topCustomers")
                .argument("limit", "Int!")
                .returns("[CustomerRank!]!")
                .handler(new TopCustomers(dsl))
                .build();
    }

    /** An action that answers with a list of ids. */
    private static ActionDefinition packingList(DSLContext dsl) {
        return ActionDefinition.query("packingList")
                .returns("PackingList")
                .handler(call -> Map.of(
                        "orderIds",
                        dsl.fetchValues(
                                "select id from orders where status = 'paid' order by created_at desc limit 3")))
                .build();
    }

    /** Only the columns named here are shown; relationships may be by others. */
    private static TableDefinition users() {
        return TableDefinition.of("public", "users")
                .type("User")
                .columns("id", "name", "email", "created_at")
                .access(Rules.ofUsers())
                .build();
    }

    private static TableDefinition orders() {
        return TableDefinition.of("public", "orders")
                .type("Order")
                .allColumns()
                .access(Rules.ofOrders())
                .build();
    }

    private static TableDefinition orderItems() {
        return TableDefinition.of("public", "order_items")
                .type("OrderItem")
                .columns("product", "quantity", "price")
                .open()
                .build();
    }

    /** The field {@code user} of a type whose given field is a user's id. */
    private static ObjectRelationship userOf(String type, String idField) {
        return ObjectRelationship.named("user")
                .on(type)
                .references("public", "users")
                .from(idField)
                .to("id")
                .build();
    }

    /** Clients may filter, order and limit the orders; they may have aggregates of them, and pages. */
    private static ArrayRelationship ordersOfUser() {
        return ArrayRelationship.named("orders")
                .on("User")
                .references("public", "orders")
                .from("id")
                .to("user_id")
                .orderBy("created_at")
                .orderBy("id")
                .aggregates()
                .connection()
                .build();
    }

    /** Clients may filter orders by their items, too. */
    private static ArrayRelationship itemsOfOrder() {
        return ArrayRelationship.named("items")
                .on("Order")
                .references("public", "order_items")
                .from("id")
                .to("order_id")
                .orderBy("id")
                .filterable()
                .build();
    }

    /** The rows of all ids of a list, in its order. */
    private static ArrayRelationship ordersOfPackingList() {
        return ArrayRelationship.named("orders")
                .on("PackingList")
                .references("public", "orders")
                .from("orderIds")
                .to("id")
                .build();
    }

    /** Not rows but what a REST service says: asked once for all users of a level. */
    private static RemoteRelationship profileOfUser(URI service) {
        return RemoteRelationship.named("auth0_profile")
                .on("User")
                .from("auth0_id")
                .returns("Auth0Profile")
                .loader(new Auth0Profiles(HttpClient.newHttpClient(), service))
                .build();
    }

    /** Plain graphql-java: the host's own schema and data fetchers, to which Dovetail adds its part. */
    static GraphQL graphQL(Dovetail dovetail) {
        TypeDefinitionRegistry types = new SchemaParser().parse(Quickstart.class.getResourceAsStream("/shop.graphqls"));
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", query -> query.dataFetcher("shop", environment -> "The Dovetail Shop"));

        dovetail.extend(types);
        dovetail.wire(wiring);

        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(types, wiring.build()))
                .instrumentation(dovetail.instrumentation())
                .queryExecutionStrategy(dovetail.executionStrategy())
                .build();
    }
}
