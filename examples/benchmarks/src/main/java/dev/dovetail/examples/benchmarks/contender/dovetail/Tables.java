package dev.dovetail.examples.benchmarks.contender.dovetail;

import dev.dovetail.DovetailBuilder;
import dev.dovetail.definition.TableDefinition;

/** The tables that are shown, with all columns. */
final class Tables {

    private Tables() {}

    static void addTo(DovetailBuilder dovetail) {
        dovetail.table(table("users", "User"))
                .table(table("orders", "Order"))
                .table(table("items", "Item"))
                .table(table("posts", "Post"))
                .table(table("stock", "Stock"))
                .table(table("devices", "Device"))
                .table(table("lines", "Line"));
    }

    private static TableDefinition table(String name, String type) {
        return TableDefinition.of("public", name).type(type).allColumns().build();
    }
}
