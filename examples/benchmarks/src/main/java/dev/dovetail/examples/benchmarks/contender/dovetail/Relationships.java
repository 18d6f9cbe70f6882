package dev.dovetail.examples.benchmarks.contender.dovetail;

import dev.dovetail.DovetailBuilder;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;

/** What is joined to what. Orders are declared, so that all contenders answer with the same bytes. */
final class Relationships {

    private Relationships() {}

    static void addTo(DovetailBuilder dovetail) {
        dovetail.relationship(object("user")
                        .on("Ranked")
                        .references("public", "users")
                        .from("userId")
                        .to("id")
                        .build())
                .relationship(ordersOf("Ranked", "userId").aggregates().build())
                .relationship(ordersOf("User", "id").build())
                .relationship(array("items")
                        .on("Order")
                        .references("public", "items")
                        .from("id")
                        .to("order_id")
                        .orderBy("id")
                        .build())
                .relationship(array("posts")
                        .on("ForumKey")
                        .references("public", "posts")
                        .from("forumId")
                        .to("forum_id")
                        .orderByDescending("created_at")
                        .build())
                .relationship(object("stock")
                        .on("Shelf")
                        .references("public", "stock")
                        .from("warehouse", "sku")
                        .to("warehouse_id", "sku")
                        .build())
                .relationship(object("device")
                        .on("Sensor")
                        .references("public", "devices")
                        .from("deviceId")
                        .to("id")
                        .build())
                .relationship(array("lines")
                        .on("Report")
                        .references("public", "lines")
                        .from("reportId")
                        .to("report_id")
                        .orderBy("id")
                        .build());
    }

    private static ArrayRelationship.Builder ordersOf(String type, String key) {
        return array("orders")
                .on(type)
                .references("public", "orders")
                .from(key)
                .to("user_id")
                .orderBy("id");
    }

    private static ObjectRelationship.Builder object(String name) {
        return ObjectRelationship.named(name);
    }

    private static ArrayRelationship.Builder array(String name) {
        return ArrayRelationship.named(name);
    }
}
