package dev.dovetail;

import static dev.dovetail.access.RowFilter.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.access.AccessRule;
import dev.dovetail.access.RowFilter;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.RowArgument;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.Feature;
import org.junit.jupiter.api.Test;

/** What a source says that it cannot do is not offered, and is a fault where it is declared. */
final class UnsupportedFeaturesTest {

    private static final String SDL = "type Query { order: Order }";
    private static final String WRITTEN = "type Query { user: User }"
            + " type User { id: ID orders(distinct_on: [Order_select_column!]): [Order!] }"
            + " enum Order_select_column { id user_id total placed_at paid }";

    @Test
    void distinctOn_ofSourceWithoutIt_isNoArgument() {
        assertThat(schema(Feature.DISTINCT_ON))
                .contains("limit: Int", "order_by: [Order_order_by!]", "user: User_bool_exp")
                .doesNotContain("distinct_on", "Order_select_column");
        assertThat(schema()).contains("distinct_on: [Order_select_column!]");
    }

    @Test
    void distinctOn_inTheHostsOwnField_isAFault() {
        assertThat(Faults.of(dovetail(user(), orders(), Feature.DISTINCT_ON), WRITTEN))
                .containsExactly("User.orders: field 'orders' of type User has the argument 'distinct_on', which the "
                        + "source of table public.orders cannot answer; remove it there, "
                        + "or leave it out with .arguments(...)");
    }

    @Test
    void distinctOn_inTheHostsOwnField_isNoFaultWhereItIsTheHosts() {
        ArrayRelationship.Builder orders = orders().arguments(RowArgument.LIMIT);

        assertThat(Faults.of(dovetail(user(), orders, Feature.DISTINCT_ON), WRITTEN))
                .isEmpty();
        assertThat(Faults.of(dovetail(user(), orders()), WRITTEN)).isEmpty();
    }

    @Test
    void filtersByOtherTables_ofSourceThatOnlyOrdersByThem_areNotOffered() {
        assertThat(schema(Feature.RELATED_FILTERS))
                .contains("user: User_order_by")
                .doesNotContain("user: User_bool_exp");
    }

    @Test
    void ordersByOtherTables_ofSourceThatOnlyFiltersByThem_areNotOffered() {
        assertThat(schema(Feature.RELATED_ORDERS))
                .contains("user: User_bool_exp")
                .doesNotContain("user: User_order_by");
    }

    @Test
    void filterableRelationship_ofSourceThatCanDoNeither_isAFault() {
        assertThat(Faults.of(
                        dovetail(user().filterable(), orders(), Feature.RELATED_FILTERS, Feature.RELATED_ORDERS), SDL))
                .containsExactly("Order.user: no rows can be filtered by it: the source of table public.orders can "
                        + "neither filter nor order rows by those of another table; leave .filterable() out");
    }

    @Test
    void relationshipThatIsNotFilterable_needsNoFeature() {
        assertThat(Faults.of(dovetail(user(), orders(), Feature.values()), SDL)).isEmpty();
    }

    @Test
    void ruleThroughAnotherTable_ofSourceThatCannotFilterByIt_isAFault() {
        DovetailBuilder dovetail = Dovetail.builder()
                .tables(FakeTables.shop().without(Feature.RELATED_FILTERS))
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .allColumns()
                        .open()
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .allColumns()
                        .access(AccessRule.forEveryone()
                                .rows(RowFilter.not(
                                        RowFilter.related("user", column("name").eq("Ann"))))
                                .allColumns()
                                .build())
                        .build())
                .relationship(user().build());

        assertThat(Faults.of(dovetail, SDL))
                .containsExactly("table public.orders: its rule for everyone cannot follow relationship 'user': the "
                        + "source of table public.orders cannot filter rows by those of another table; "
                        + "compare the table's own columns");
    }

    private static String schema(Feature... unsupported) {
        return Printed.withoutDescriptions(
                dovetail(user().filterable(), orders(), unsupported).build(), SDL);
    }

    private static DovetailBuilder dovetail(
            ObjectRelationship.Builder user, ArrayRelationship.Builder orders, Feature... unsupported) {
        return Dovetail.builder()
                .tables(FakeTables.shop().without(unsupported))
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .allColumns()
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id", "user_id", "total", "placed_at", "paid")
                        .build())
                .relationship(user.build())
                .relationship(orders.build());
    }

    private static ObjectRelationship.Builder user() {
        return ObjectRelationship.named("user")
                .on("Order")
                .references("public", "users")
                .from("user_id")
                .to("id");
    }

    private static ArrayRelationship.Builder orders() {
        return ArrayRelationship.named("orders")
                .on("User")
                .references("public", "orders")
                .from("id")
                .to("user_id");
    }
}
