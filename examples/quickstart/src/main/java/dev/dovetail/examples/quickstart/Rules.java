package dev.dovetail.examples.quickstart;

import dev.dovetail.access.AccessRule;
import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;

/** Who may read what of the shop's tables. */
final class Rules {

    private Rules() {}

    /** Mail addresses are for the support. */
    static AccessRule[] ofUsers() {
        return new AccessRule[] {
            AccessRule.forRole("support").allRows().allColumns().build(),
            AccessRule.forEveryone()
                    .allRows()
                    .columns("id", "name", "created_at")
                    .build()
        };
    }

    /** Customers see their own orders, and everybody else all: it is a shop without secrets. */
    static AccessRule[] ofOrders() {
        return new AccessRule[] {
            AccessRule.forRole("customer")
                    .rows(RowFilter.column("user_id").eq(SessionVariable.of("user-id")))
                    .allColumns()
                    .aggregates()
                    .build(),
            AccessRule.forEveryone().allRows().allColumns().aggregates().build()
        };
    }
}
