package dev.dovetail;

import static dev.dovetail.access.RowFilter.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.access.AccessRule;
import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionPermission;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.session.Session;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is wrong with access rules is found at start-up, so that nothing is open by mistake. */
final class AccessFaultsTest {

    private static final String SDL = "type Query { version: String }";
    private static final UUID ID = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");

    @Test
    void completeRules_areNoFault() {
        assertThat(faults(RowFilter.all(
                        column("id").eq(1),
                        column("id").in(List.of(1, "2")),
                        column("user_id").eq(ID.toString()),
                        column("user_id").in(SessionVariable.of("users")),
                        column("placed_at").isNull(),
                        RowFilter.not(column("total").gt("10.5")),
                        RowFilter.related("user", column("name").neq("x")))))
                .isEmpty();
    }

    @Test
    void tableWithoutRules_besideOneWith_isAFaultUnlessItIsOpen() {
        assertThat(faults(users -> users, orders -> orders.access(everything())))
                .containsExactly("table public.users: it has no access rule beside tables that have; "
                        + "say .access(rules...), or .open() to let everybody read it");
        assertThat(faults(TableDefinition.Builder::open, orders -> orders.access(everything())))
                .isEmpty();
        assertThat(faults(TableDefinition.Builder::open, orders -> orders)).isEmpty();
        assertThat(faults(users -> users.open().access(everything()), TableDefinition.Builder::open))
                .containsExactly(
                        "table public.users: it has access rules and is open; leave .open() out, or the rules");
    }

    @Test
    void rulesThatSayTooLittleOrTooMuch_areFaults() {
        assertThat(faults(
                        TableDefinition.Builder::open,
                        orders -> orders.access(
                                AccessRule.forRole("a").allColumns().build(),
                                AccessRule.forRole("b").allRows().build(),
                                AccessRule.forRole("c")
                                        .rows(column("id").eq(1))
                                        .allRows()
                                        .columns("id", "totl")
                                        .allColumns()
                                        .build(),
                                AccessRule.forEveryone()
                                        .allRows()
                                        .columns()
                                        .limit(-1)
                                        .build(),
                                everything(),
                                AccessRule.forRole("a").allRows().allColumns().build())))
                .containsExactly(
                        "table public.orders: its rule for role 'a' says nothing of rows; "
                                + "say .rows(filter) or .allRows()",
                        "table public.orders: its rule for role 'b' says nothing of columns; "
                                + "say .columns(names...) or .allColumns()",
                        "table public.orders: its rule for role 'c' says both .rows(filter) and .allRows(); "
                                + "leave one out",
                        "table public.orders: its rule for role 'c' says both .columns(names...) and .allColumns(); "
                                + "leave one out",
                        "table public.orders: its rule for role 'c' names column 'totl', "
                                + "which the table does not have; did you mean 'total'?",
                        "table public.orders: its rule for everyone has a negative limit; leave it out for none",
                        "table public.orders: it has more than one rule for everyone; write one that says it all",
                        "table public.orders: it has more than one rule for role 'a'; write one that says it all");
    }

    @Test
    void filtersThatDoNotFitTheTable_areFaults() {
        assertThat(faults(RowFilter.any(
                        column("usr_id").eq(ID),
                        column("id").compare(Operator.LIKE, "1%"),
                        column("id").eq("one"),
                        column("id").in(List.of(1, "x")),
                        column("id").eq(List.of(1)),
                        column("paid").gt(true),
                        RowFilter.related("usr", column("id").eq(ID)),
                        RowFilter.not(RowFilter.related("user", column("nam").eq("x"))))))
                .containsExactly(
                        prefix("compares column 'usr_id', which table public.orders does not have; "
                                + "did you mean 'user_id'?"),
                        prefix("compares column 'id' by LIKE, which columns of type integer do not have; "
                                + "did you mean 'LTE'?"),
                        prefix("compares column 'id' of type integer by EQ with a value that it cannot have"),
                        prefix("compares column 'id' of type integer by IN with a value that it cannot have"),
                        prefix("compares column 'id' of type integer by EQ with a value that it cannot have"),
                        prefix("compares column 'paid' by GT, which columns of type boolean do not have; "
                                + "did you mean 'EQ'?"),
                        prefix("follows relationship 'usr' to a table, which type Order does not have; "
                                + "did you mean 'user'?"),
                        prefix("compares column 'nam', which table public.users does not have; "
                                + "did you mean 'name'?"));
    }

    @Test
    void relationshipThatTheDatabaseCannotFollow_isAFault() {
        Table elsewhere = Table.view(
                new TableName("other", "public", "users"), FakeTables.users().columns(), null);

        assertThat(Faults.of(
                        Faults.shop()
                                .tables("other", FakeTables.none().add(elsewhere))
                                .table(orders().access(AccessRule.forEveryone()
                                                .rows(RowFilter.related(
                                                        "user", column("id").eq(ID)))
                                                .allColumns()
                                                .build())
                                        .build())
                                .table(TableDefinition.of("public", "users")
                                        .source("other")
                                        .type("User")
                                        .allColumns()
                                        .open()
                                        .build())
                                .relationship(user().source("other").build()),
                        SDL))
                .containsExactly("table public.orders: its rule for everyone cannot follow relationship 'user': "
                        + "tables public.orders and other:public.users have different sources");
    }

    @Test
    void rulesForRoles_whenNothingTellsWhoCalls_areWarnedOf() {
        try (Logged logged = new Logged()) {
            Dovetail.builder().table(readBy(AccessRule.forRole("clerk"))).build();
            Dovetail.builder()
                    .action(ActionDefinition.mutation("act")
                            .permissions(ActionPermission.forRole("clerk").build())
                            .build())
                    .build();
            assertThat(logged.lines())
                    .containsOnly(
                            "WARN Access rules or permissions are for roles, and nobody has one: say .session(...), "
                                    + "which tells who calls")
                    .hasSize(2);
        }
        try (Logged logged = new Logged()) {
            Dovetail.builder().table(readBy(AccessRule.forEveryone())).build();
            Dovetail.builder()
                    .session(context -> Session.ANONYMOUS)
                    .table(readBy(AccessRule.forRole("clerk")))
                    .build();
            Dovetail.builder()
                    .sessionFrom(environment -> Session.ANONYMOUS)
                    .table(readBy(AccessRule.forRole("clerk")))
                    .build();
            assertThat(logged.lines()).isEmpty();
        }
    }

    private static TableDefinition readBy(AccessRule.Builder rule) {
        return TableDefinition.of("public", "users")
                .access(rule.allRows().allColumns().build())
                .build();
    }

    @Test
    void nullValue_isRefusedAtOnce() {
        assertThatThrownBy(() -> column("id").eq(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a null is found with isNull()");
    }

    private static String prefix(String fault) {
        return "table public.orders: its rule for role 'user' " + fault;
    }

    private static List<String> faults(RowFilter filter) {
        return faults(
                TableDefinition.Builder::open,
                orders -> orders.access(
                        AccessRule.forRole("user").rows(filter).allColumns().build()));
    }

    private static List<String> faults(
            UnaryOperator<TableDefinition.Builder> users, UnaryOperator<TableDefinition.Builder> orders) {
        return Faults.of(
                Faults.shop()
                        .table(users.apply(TableDefinition.of("public", "users")
                                        .type("User")
                                        .allColumns())
                                .build())
                        .table(orders.apply(orders()).build())
                        .relationship(user().build())
                        .relationship(ArrayRelationship.named("orders")
                                .on("User")
                                .references("public", "orders")
                                .from("id")
                                .to("user_id")
                                .build()),
                SDL);
    }

    private static TableDefinition.Builder orders() {
        return TableDefinition.of("public", "orders").type("Order").allColumns();
    }

    private static ObjectRelationship.Builder user() {
        return ObjectRelationship.named("user")
                .on("Order")
                .references("public", "users")
                .from("user_id")
                .to("id");
    }

    private static AccessRule everything() {
        return AccessRule.forEveryone().allRows().allColumns().build();
    }
}
