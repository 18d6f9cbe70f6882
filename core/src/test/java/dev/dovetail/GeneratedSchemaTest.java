package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Naming;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.RowArgument;
import dev.dovetail.definition.TableDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.junit.jupiter.api.Test;

/** The arguments, aggregates and pages of array relationships in the schema. */
final class GeneratedSchemaTest {

    private static final String SDL = "type Query { created: UserOutput } type UserOutput { id: ID! }";

    @Test
    void arguments_byDefault_areAllOfThem() {
        assertThat(sdl(orders())).contains("""
                type UserOutput {
                  id: ID!
                  orders(distinct_on: [Order_select_column!], limit: Int, offset: Int, \
                order_by: [Order_order_by!], where: Order_bool_exp): [Order!]
                }
                """);
    }

    @Test
    void arguments_thatAreNotAllowed_areNotThereNorAreTheirTypes() {
        assertThat(sdl(orders().arguments(RowArgument.LIMIT, RowArgument.OFFSET)))
                .contains("  orders(limit: Int, offset: Int): [Order!]\n")
                .doesNotContain("Order_", "order_by", "_comparison_exp");
        assertThat(sdl(orders().arguments())).contains("  orders: [Order!]\n");
    }

    @Test
    void arguments_ofAListOfKeys_areAllButThatForDistinctRows() {
        assertThat(sdl(shop(orders().from("ids").build()), SDL + " extend type UserOutput { ids: [ID!] }"))
                .contains("  orders(limit: Int, offset: Int, order_by: [Order_order_by!], where: Order_bool_exp): "
                        + "[Order!]\n");
    }

    @Test
    void filter_hasTheShownColumnsWithTheirOperators() {
        assertThat(sdl(orders().arguments(RowArgument.WHERE)))
                .contains("""
                        input Order_bool_exp {
                          _and: [Order_bool_exp!]
                          _not: Order_bool_exp
                          _or: [Order_bool_exp!]
                          details: Null_comparison_exp
                          id: Int_comparison_exp
                          paid: Boolean_comparison_exp
                          placed_at: DateTime_comparison_exp
                          total: BigDecimal_comparison_exp
                        }
                        """)
                .contains("""
                        input Boolean_comparison_exp {
                          _eq: Boolean
                          _in: [Boolean!]
                          _is_null: Boolean
                          _neq: Boolean
                          _nin: [Boolean!]
                        }
                        """)
                .contains("input Null_comparison_exp {\n  _is_null: Boolean\n}\n");
    }

    @Test
    void order_hasTheColumnsThatCanBePutIntoOne() {
        assertThat(sdl(orders().arguments(RowArgument.ORDER_BY, RowArgument.DISTINCT_ON)))
                .contains("""
                        input Order_order_by {
                          id: order_by
                          paid: order_by
                          placed_at: order_by
                          total: order_by
                        }
                        """)
                .contains("enum Order_select_column {\n  id\n  paid\n  placed_at\n  total\n}\n")
                .contains("""
                        enum order_by {
                          asc
                          asc_nulls_first
                          asc_nulls_last
                          desc
                          desc_nulls_first
                          desc_nulls_last
                        }
                        """);
    }

    @Test
    void filterableRelationships_arePartOfFiltersAndOrders() {
        String sdl = sdl(shop(orders().build()).relationship(userOfOrder()).relationship(ordersOfUser()));

        assertThat(sdl)
                .contains("  total: BigDecimal_comparison_exp\n  user: User_bool_exp\n}\n")
                .contains("  total: order_by\n  user: User_order_by\n}\n")
                .contains("""
                        input User_bool_exp {
                          _and: [User_bool_exp!]
                          _not: User_bool_exp
                          _or: [User_bool_exp!]
                          name: String_comparison_exp
                          orders: Order_bool_exp
                        }
                        """)
                .contains("input User_order_by {\n  name: order_by\n  orders_aggregate: Order_aggregate_order_by\n}\n")
                .contains("  count: order_by\n  max: Order_max_order_by\n")
                .contains("input Order_max_order_by {\n  id: order_by\n  placed_at: order_by\n  total: order_by\n}\n")
                .contains("input Order_stddev_pop_order_by {\n  id: order_by\n  total: order_by\n}\n");
    }

    @Test
    void relationships_thatAreNotFilterable_areNoPartOfFiltersAndOrders() {
        assertThat(sdl(shop(orders().build()).relationship(user("Order").build())))
                .contains("  total: BigDecimal_comparison_exp\n}\n", "  total: order_by\n}\n");
    }

    @Test
    void aggregates_haveTheFunctionsThatFitTheColumns() {
        assertThat(sdl(orders().arguments(RowArgument.LIMIT).aggregates()))
                .contains("  orders_aggregate(limit: Int): Order_aggregate\n")
                .contains("type Order_aggregate {\n  aggregate: Order_aggregate_fields\n  nodes: [Order!]!\n}\n")
                .contains("""
                        type Order_aggregate_fields {
                          avg: Order_avg_fields
                          count(columns: [Order_select_column!], distinct: Boolean): Int!
                          max: Order_max_fields
                          min: Order_min_fields
                          stddev: Order_stddev_fields
                          stddev_pop: Order_stddev_pop_fields
                          stddev_samp: Order_stddev_samp_fields
                          sum: Order_sum_fields
                          var_pop: Order_var_pop_fields
                          var_samp: Order_var_samp_fields
                          variance: Order_variance_fields
                        }
                        """)
                .contains("type Order_sum_fields {\n  id: Long\n  total: BigDecimal\n}\n")
                .contains("type Order_avg_fields {\n  id: Float\n  total: Float\n}\n")
                .contains("type Order_max_fields {\n  id: Int\n  placed_at: DateTime\n  total: BigDecimal\n}\n");
    }

    @Test
    void aggregates_ofColumnsWithoutNumbers_haveNoSums() {
        ArrayRelationship users = ArrayRelationship.named("users")
                .on("UserOutput")
                .references("public", "users")
                .from("id")
                .to("id")
                .aggregates()
                .nonNull()
                .build();

        assertThat(sdl(shop(users)))
                .contains("where: User_bool_exp): User_aggregate!\n")
                .contains("""
                        type User_aggregate_fields {
                          count(columns: [User_select_column!], distinct: Boolean): Int!
                          max: User_max_fields
                          min: User_min_fields
                        }
                        """);
    }

    @Test
    void connection_hasThePagesOfRelay() {
        assertThat(sdl(orders().connection().arguments(RowArgument.LIMIT, RowArgument.WHERE)))
                .contains("  orders_connection(after: String, before: String, first: Int, last: Int, "
                        + "where: Order_bool_exp): Order_connection\n")
                .contains("type Order_connection {\n  edges: [Order_edge!]!\n  pageInfo: PageInfo!\n}\n")
                .contains("type Order_edge {\n  cursor: String!\n  node: Order!\n}\n")
                .contains("""
                        type PageInfo {
                          endCursor: String
                          hasNextPage: Boolean!
                          hasPreviousPage: Boolean!
                          startCursor: String
                        }
                        """);
    }

    @Test
    void interface_givesItsFieldsToItsImplementations() {
        String sdl = "type Query { node: Node } interface Node { id: ID! } type Thing implements Node { id: ID! }";
        ArrayRelationship onNode = orders().on("Node")
                .arguments(RowArgument.LIMIT)
                .aggregates()
                .connection()
                .build();
        String fields = """
                  id: ID!
                  orders(limit: Int): [Order!]
                  orders_aggregate(limit: Int): Order_aggregate
                  orders_connection(after: String, before: String, first: Int, last: Int): Order_connection
                }
                """;

        assertThat(sdl(shop(onNode), sdl))
                .contains("interface Node {\n" + fields, "type Thing implements Node {\n" + fields);
    }

    @Test
    void table_thatShowsNothingToCompare_hasNeitherOrderNorDistinctRows() {
        DovetailBuilder dovetail = Faults.shop()
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("details")
                        .build())
                .relationship(orders().aggregates().build());

        assertThat(sdl(dovetail))
                .contains("  orders(limit: Int, offset: Int, where: Order_bool_exp): [Order!]\n")
                .contains("type Order_aggregate_fields {\n  count: Int!\n}\n");
    }

    @Test
    void camelCase_isThatOfEveryGeneratedName() {
        DovetailBuilder dovetail = shop(orders().aggregates().connection().build())
                .relationship(userOfOrder())
                .relationship(ordersOfUser())
                .naming(Naming.CAMEL_CASE);

        assertThat(sdl(dovetail))
                .contains("orders(distinctOn: [OrderSelectColumn!], limit: Int, offset: Int, "
                        + "orderBy: [OrderOrderBy!], where: OrderBoolExp): [Order!]")
                .contains("ordersAggregate(distinctOn", "ordersConnection(after: String", "pageInfo: PageInfo!")
                .contains("_isNull: Boolean", "ordersAggregate: OrderAggregateOrderBy", "DESC_NULLS_LAST")
                .contains("stddevPop: OrderStddevPopFields", "stddevPop: OrderStddevPopOrderBy")
                .contains("placedAt: DateTimeComparisonExp", "type OrderEdge {", "count(columns: [OrderSelectColumn!]");
        assertThat(sdl(dovetail)).doesNotContainPattern("(?m)^.*[A-Za-z]_[a-z].*$");
    }

    @Test
    void extend_twice_addsNothingTwice() {
        Dovetail dovetail = shop(orders().aggregates().connection().build())
                .relationship(userOfOrder())
                .relationship(ordersOfUser())
                .build();
        TypeDefinitionRegistry registry = dovetail.extend(new SchemaParser().parse(SDL));
        String once = dovetail.printSchema(Service.wired(dovetail, registry));

        GraphQLSchema built = dovetail.extend(Service.hostSchema(SDL, wiring -> wiring));

        assertThat(dovetail.printSchema(Service.wired(dovetail, dovetail.extend(registry))))
                .isEqualTo(once);
        assertThat(dovetail.printSchema(built)).isEqualTo(once);
        assertThat(dovetail.printSchema(dovetail.extend(built))).isEqualTo(once);
    }

    @Test
    void descriptions_sayWhatIsMeant() {
        assertThat(shop(orders().aggregates().build()).build().printSchema(new SchemaParser().parse(SDL)))
                .contains("\"Only rows that this filter means\"\n    where: Order_bool_exp")
                .contains("\"What is computed of the rows of `orders`\"\n  orders_aggregate(")
                .contains("\"Large values first, nulls before all\"\n  desc\n")
                .contains("\"The sum\"\n  sum: Order_sum_fields");
    }

    private static ArrayRelationship.Builder orders() {
        return ArrayRelationship.named("orders")
                .on("UserOutput")
                .references("public", "orders")
                .from("id")
                .to("user_id");
    }

    private static ArrayRelationship ordersOfUser() {
        return orders().on("User").filterable().build();
    }

    private static ObjectRelationship userOfOrder() {
        return user("Order").filterable().build();
    }

    private static ObjectRelationship.Builder user(String type) {
        return ObjectRelationship.named("user")
                .on(type)
                .references("public", "users")
                .from("user_id")
                .to("id");
    }

    private static DovetailBuilder shop(ArrayRelationship relationship) {
        return Faults.shop()
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id", "total", "placed_at", "paid", "details")
                        .build())
                .relationship(relationship);
    }

    private static String sdl(ArrayRelationship.Builder relationship) {
        return sdl(shop(relationship.build()));
    }

    private static String sdl(DovetailBuilder dovetail) {
        return sdl(dovetail, SDL);
    }

    /** The printed schema without descriptions, and arguments on one line as the printer then writes them. */
    private static String sdl(DovetailBuilder dovetail, String host) {
        return Printed.withoutDescriptions(dovetail.build(), host);
    }
}
