package dev.dovetail;

import static dev.dovetail.FakeTables.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is generated for array relationships, beside what the host has already. */
final class GeneratedFaultsTest {

    private static final String SDL = "type Query { created: Output } type Output { id: ID! } ";

    @Test
    void type_ofAnotherKind_isAClash() {
        assertThat(faults(SDL + "scalar Order_bool_exp"))
                .containsExactly("type Order_bool_exp: relationships need a type of this name, but the schema's is "
                        + "another: it is of kind scalar; rename one of them, or let Dovetail generate it");
    }

    @Test
    void inputType_withOtherFields_isAClash() {
        assertThat(faults(SDL + "input Order_order_by { id: order_by customer: String }"))
                .containsExactly("type Order_order_by: relationships need a type of this name, but the schema's is "
                        + "another: it has the fields [customer]; rename one of them, or let Dovetail generate it");
        assertThat(faults(SDL + "input Order_order_by { id: String }"))
                .containsExactly("type Order_order_by: relationships need a type of this name, but the schema's is "
                        + "another: it lacks the field id: order_by; rename one of them, or let Dovetail generate it");
    }

    @Test
    void enumeration_withOtherValues_isAClash() {
        assertThat(faults(SDL + "enum order_by { asc desc }"))
                .containsExactly("type order_by: relationships need a type of this name, but the schema's is another: "
                        + "its values are [asc, desc]; rename one of them, or let Dovetail generate it");
    }

    @Test
    void pageInfo_ofTheHosts_isUsedWhenItHasTheFieldsOfRelay() {
        String info = "type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! more: Int ";

        assertThat(faults(SDL + info + "startCursor: String endCursor: String }", orders().connection()))
                .isEmpty();
        assertThat(faults(SDL + info + "startCursor: String }", orders().connection()))
                .containsExactly("type PageInfo: relationships need a type of this name, but the schema's is another: "
                        + "it lacks the field endCursor: String; rename one of them, or let Dovetail generate it");
        assertThat(faults(SDL + info + "startCursor: String! endCursor: String }", orders().connection()))
                .containsExactly("type PageInfo: relationships need a type of this name, but the schema's is another: "
                        + "its field startCursor must be nullable; rename one of them, or let Dovetail generate it");
    }

    @Test
    void types_thatTheHostWroteInTheSameForm_areUsed() {
        String sdl = SDL + """
                extend type Output {
                  orders(where: Order_bool_exp, status: String): [Order!]!
                  orders_aggregate: Order_aggregate!
                }
                type Order_aggregate { aggregate: Order_aggregate_fields! nodes: [Order!]! share: Float }
                enum order_by { asc asc_nulls_first asc_nulls_last desc desc_nulls_first }
                extend enum order_by { desc_nulls_last }
                input Order_order_by { id: order_by }
                """;
        DovetailBuilder dovetail = dovetail(orders().aggregates());

        assertThat(Faults.of(dovetail, sdl)).isEmpty();
        assertThat(Printed.withoutDescriptions(dovetail.build(), sdl))
                .contains("  orders(status: String, where: Order_bool_exp): [Order!]!\n", "  share: Float\n")
                .contains("input Order_bool_exp {", "type Order_aggregate_fields {")
                .doesNotContain("limit");
    }

    @Test
    void argument_ofTheHostsWithAnotherType_isAFault() {
        assertThat(faults(SDL + "extend type Output { orders(limit: String): [Order!] }"))
                .containsExactly("Output.orders: argument 'limit' of field 'orders' of type Output is of type String; "
                        + "declare it as Int, or leave it out of the relationship");
    }

    @Test
    void field_thatImplementsAnInterface_needsItsArguments() {
        String sdl = "type Query { n: N } interface N { id: ID! } type A implements N { id: ID! orders: [Order!] }";

        assertThat(faults(sdl, orders().on("N")))
                .containsExactly("N.orders: field 'orders' of type A lacks the arguments "
                        + "[where, order_by, limit, offset, distinct_on], which interface N gets; "
                        + "declare them there too, or leave them out with .arguments(...)");
        assertThat(faults(sdl, orders().on("N").arguments())).isEmpty();
    }

    @Test
    void field_ofTheAggregates_thatIsSomethingElse_isAClash() {
        assertThat(faults(SDL + "extend type Output { orders_aggregate: Int }", orders().aggregates()))
                .containsExactly("Output.orders: type Output has a field 'orders_aggregate' of type Int; "
                        + "rename the relationship, or declare the field as Order_aggregate");
    }

    @Test
    void field_ofTheConnection_thatIsAnotherRelationship_isAClash() {
        DovetailBuilder dovetail = dovetail(orders().connection())
                .relationship(ArrayRelationship.named("orders_connection")
                        .on("Output")
                        .references("public", "orders")
                        .from("id")
                        .to("user_id")
                        .build());

        assertThat(Faults.of(dovetail, SDL))
                .containsExactly("Output.orders_connection: type Output has another relationship 'orders_connection'");
    }

    @Test
    void type_ofAnotherTable_isAClash() {
        DovetailBuilder dovetail = dovetail(orders())
                .table(TableDefinition.of("public", "users")
                        .type("Order_bool_exp")
                        .columns("id")
                        .build());

        assertThat(Faults.of(dovetail, SDL))
                .contains("type Order_bool_exp: it would be generated, but a table's type has this name; "
                        + "rename that one");
    }

    @Test
    void types_thatTwoTablesNeed_areAClash() {
        DovetailBuilder dovetail = dovetail(orders())
                .table(TableDefinition.of("public", "users")
                        .type("Order_sum")
                        .columns("id")
                        .build())
                .relationship(orders().on("Order_sum").filterable().build())
                .relationship(ArrayRelationship.named("sums")
                        .on("Output")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build());

        assertThat(Faults.of(dovetail, SDL))
                .containsExactly("type Order_sum_order_by: it would be generated for both public.users and "
                        + "public.orders; rename the type of one of the tables");
    }

    @Test
    void column_namedAsAPartOfTheFilter_isAFault() {
        Table odd = Table.view(
                TableName.of("public", "odd"),
                List.of(column("_not", ColumnKind.INTEGER, true), column("null", ColumnKind.INTEGER, true)),
                null);
        DovetailBuilder dovetail = Dovetail.builder()
                .tables(FakeTables.none().add(odd))
                .table(TableDefinition.of("public", "odd")
                        .type("Odd")
                        .allColumns()
                        .build())
                .relationship(ArrayRelationship.named("odds")
                        .on("Output")
                        .references("public", "odd")
                        .from("id")
                        .to("null")
                        .build());

        assertThat(Faults.of(dovetail, SDL))
                .containsExactly("type Odd_bool_exp: it would have two fields '_not'; rename the column's field with "
                        + ".field(name).column(column), or the relationship");
    }

    @Test
    void connection_toATableWithoutAKey_isAFault() {
        Table log = Table.of(
                TableName.of("public", "log"), List.of(column("user_id", ColumnKind.UUID, true)), List.of(), null);
        DovetailBuilder dovetail = Dovetail.builder()
                .tables(FakeTables.none().add(log))
                .table(TableDefinition.of("public", "log")
                        .type("Log")
                        .allColumns()
                        .build())
                .relationship(ArrayRelationship.named("log")
                        .on("Output")
                        .references("public", "log")
                        .from("id")
                        .to("user_id")
                        .connection()
                        .build());

        assertThat(Faults.of(dovetail, SDL))
                .containsExactly("Output.log: it has pages, but table public.log has no unique index whose columns "
                        + "are never null; create one, or leave .connection() out");
    }

    private static ArrayRelationship.Builder orders() {
        return ArrayRelationship.named("orders")
                .on("Output")
                .references("public", "orders")
                .from("id")
                .to("user_id");
    }

    private static List<String> faults(String sdl) {
        return faults(sdl, orders());
    }

    private static List<String> faults(String sdl, ArrayRelationship.Builder relationship) {
        return Faults.of(dovetail(relationship), sdl);
    }

    private static DovetailBuilder dovetail(ArrayRelationship.Builder relationship) {
        return Faults.shop()
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id")
                        .build())
                .relationship(relationship.build());
    }
}
