package dev.dovetail.table.contract;

import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Link;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Users, their orders and the parts of these, with nulls and ties in them.
 *
 * @param users {@code id, name}
 * @param orders {@code id, user_id, total, item}
 * @param parts {@code order_id, weight}, without a key
 */
record Shop(ContractDatabase database, TableName users, TableName orders, TableName parts) {

    /** What no test changes is created once for each database. */
    private static final Map<ContractDatabase, Map<Boolean, Shop>> SHOPS = new ConcurrentHashMap<>();

    private static final List<Object[]> USERS =
            List.of(new Object[] {1, "Ann"}, new Object[] {2, "Bob"}, new Object[] {3, null});

    private static final List<Object[]> ORDERS = List.of(
            new Object[] {5, 1, 30, null},
            new Object[] {4, 1, null, "jam"},
            new Object[] {1, 1, 10, "ham"},
            new Object[] {3, 1, 20, "tea"},
            new Object[] {2, 1, 20, "egg"},
            new Object[] {6, 2, 20, "tea"},
            new Object[] {7, null, 1, "lost"});

    private static final List<Object[]> PARTS = List.of(
            new Object[] {1, 5}, new Object[] {1, 6}, new Object[] {2, 1}, new Object[] {6, null}, new Object[] {6, null
            });

    /**
     * @param indexed whether what is joined has an index; databases are asked otherwise where it has none
     */
    static Shop in(ContractDatabase database, boolean indexed) {
        return SHOPS.computeIfAbsent(database, other -> new HashMap<>())
                .computeIfAbsent(indexed, other -> create(database, indexed ? "" : "unindexed_", indexed));
    }

    /** Tables that the test may change, and whose names no others have. */
    static Shop toBeChanged(ContractDatabase database) {
        return create(database, "changed_", true);
    }

    private static Shop create(ContractDatabase database, String prefix, boolean indexed) {
        ContractTable users = ContractTable.of(
                        prefix + "users",
                        ContractColumn.of("id", ColumnKind.INTEGER),
                        ContractColumn.of("name", ColumnKind.TEXT).orNull())
                .key("id");
        ContractTable orders = ContractTable.of(
                        prefix + "orders",
                        ContractColumn.of("id", ColumnKind.INTEGER),
                        ContractColumn.of("user_id", ColumnKind.INTEGER).orNull(),
                        ContractColumn.of("total", ColumnKind.INTEGER).orNull(),
                        ContractColumn.of("item", ColumnKind.TEXT).orNull())
                .key("id");
        ContractTable parts = ContractTable.of(
                prefix + "parts",
                ContractColumn.of("order_id", ColumnKind.INTEGER),
                ContractColumn.of("weight", ColumnKind.INTEGER).orNull());
        return new Shop(
                database,
                database.create(users, USERS),
                database.create(indexed ? orders.index(false, "user_id") : orders, ORDERS),
                database.create(indexed ? parts.index(false, "order_id") : parts, PARTS));
    }

    /** The same tables as lists. */
    Kept kept() {
        Kept kept = Kept.in(database);
        kept.table(users, USERS);
        kept.table(orders, ORDERS);
        kept.table(parts, PARTS);
        return kept;
    }

    static Link link(Table from, String column, Table target, String to) {
        return new Link(List.of(column(from, column)), target, List.of(column(target, to)));
    }

    private static Column column(Table table, String name) {
        return Kept.column(table, name);
    }
}
