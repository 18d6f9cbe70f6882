package dev.dovetail.examples.sidebyside.bydovetail;

import dev.dovetail.DovetailBuilder;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.RowArgument;
import dev.dovetail.definition.TableDefinition;

final class OrdersOfCustomer {

    private OrdersOfCustomer() {}

    static void addTo(DovetailBuilder dovetail) {
        dovetail.table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("product", "total")
                        .build())
                .relationship(ArrayRelationship.named("orders")
                        .on("Customer")
                        .references("public", "orders")
                        .from("userId")
                        .to("user_id")
                        .orderBy("id")
                        .arguments(RowArgument.WHERE, RowArgument.LIMIT)
                        .build());
    }
}
