package dev.dovetail.examples.federation;

import static dev.dovetail.access.RowFilter.column;

import dev.dovetail.Dovetail;
import dev.dovetail.access.AccessRule;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.JooqTableSource;
import dev.dovetail.session.Session;
import org.jooq.DSLContext;

/** What the tables are in the schema, and who may read them. */
final class Joins {

    private Joins() {}

    static Dovetail of(DSLContext dsl) {
        // spotless:off
        return Dovetail.builder()
                .tables(JooqTableSource.of(dsl))
                .session(context -> context.getOrDefault(Session.class, Session.ANONYMOUS))
                .action(ActionDefinition.query("me").returns("Caller")
                        .handler(call -> call.session().variables()).build())
                .table(TableDefinition.of("public", "users").type("User").columns("id", "email", "name")
                        .access(AccessRule.forRole("support").allRows().allColumns().build(),
                                AccessRule.forRole("customer")
                                        .rows(column("id").eq(SessionVariable.of("userId")))
                                        .columns("id", "name").build())
                        .build())
                .table(TableDefinition.of("public", "orders").type("Order").columns("id", "sku", "total")
                        .access(AccessRule.forRole("support").allRows().allColumns().build(),
                                AccessRule.forRole("customer")
                                        .rows(column("user_id").eq(SessionVariable.of("userId")))
                                        .allColumns().build())
                        .build())
                .relationship(ArrayRelationship.named("orders").on("User")
                        .references("public", "orders").from("id").to("user_id").orderBy("id").build())
                .relationship(ArrayRelationship.named("orders").on("Product")
                        .references("public", "orders").from("sku").to("sku").orderBy("id").build())
                .relationship(ObjectRelationship.named("user").on("Caller")
                        .references("public", "users").from("userId").to("id").build())
                .relationship(ObjectRelationship.named("buyer").on("Order")
                        .references("public", "users").from("user_id").to("id").build())
                .build();
        // spotless:on
    }
}
