package dev.dovetail.jooq.oracle;

import java.util.ArrayList;
import java.util.List;

/** The tables, and the relationships among them and from an action's output. */
public final class Shop {

    /** The type that an action answers. */
    static final String OUTPUT = "Output";

    /** The fields of the type that an action answers. */
    public static final String OUTPUT_FIELDS = "key: Int region: String keys: [Int]";

    private static final int USERS = 8;
    private static final int ORDERS = 6;
    private static final int TAGS = 4;

    private static final Column REGION = Column.value("region", Kind.MOOD);

    private static final Table USER = new Table(
            "users", "User", List.of("id"), List.of(Column.key("id", USERS).notNull(), Column.key("boss_id", USERS)));

    private static final Table ORDER = new Table(
            "orders",
            "Order",
            List.of("id", "region"),
            List.of(Column.key("id", ORDERS).notNull(), REGION.notNull(), Column.key("user_id", USERS)));

    private static final Table ITEM = new Table(
            "items",
            "Item",
            List.of("order_id", "region", "line"),
            List.of(
                    Column.key("order_id", ORDERS).notNull(),
                    REGION.notNull(),
                    Column.key("line", 5).notNull(),
                    Column.key("user_id", USERS),
                    Column.key("tag_id", TAGS)));

    private static final Table TAG =
            new Table("tags", "Tag", List.of("no"), List.of(Column.key("no", 99).notNull(), Column.key("id", TAGS)));

    /** Every table. */
    public static final List<Table> TABLES = List.of(USER, ORDER, ITEM, TAG);

    /** Every relationship. */
    public static final List<Relation> RELATIONS = List.of(
            Relation.object(OUTPUT, "user", USER, "key", "id"),
            Relation.array(OUTPUT, "orders", ORDER, "key", "user_id").orderedBy("seen", "id", "region"),
            Relation.array(OUTPUT, "items", ITEM, "key region", "order_id region"),
            Relation.array(OUTPUT, "staff", USER, "key", "boss_id").orderedBy("-day", "code", "-id"),
            Relation.array(OUTPUT, "tags", TAG, "key", "id"),
            Relation.array(OUTPUT, "listed", ITEM, "keys", "user_id")
                    .orderedBy("line", "region", "order_id")
                    .ofKeys(),
            Relation.object("User", "boss", USER, "boss_id", "id"),
            Relation.object("User", "newest", ORDER, "id", "user_id").orderedBy("-seen", "region", "-id"),
            Relation.array("User", "orders", ORDER, "id", "user_id"),
            Relation.array("User", "staff", USER, "id", "boss_id").orderedBy("name", "id"),
            Relation.array("User", "tags", TAG, "nums", "id").ofKeys(),
            Relation.object("Order", "user", USER, "user_id", "id"),
            Relation.array("Order", "items", ITEM, "id region", "order_id region")
                    .orderedBy("line"),
            Relation.object("Item", "order", ORDER, "order_id region", "id region"),
            Relation.object("Item", "user", USER, "user_id", "id"),
            Relation.array("Item", "tags", TAG, "tag_id", "id"),
            Relation.array("Tag", "items", ITEM, "id", "tag_id"));

    private Shop() {}

    static List<Relation> relationsOf(String type) {
        return RELATIONS.stream().filter(relation -> relation.on().equals(type)).toList();
    }

    /** What creates the tables, with or without what finds the rows of one key without reading all. */
    public static List<String> ddl(boolean indexed) {
        List<String> ddl = new ArrayList<>();
        ddl.add("create type mood as enum ('sad', 'ok', 'happy')");
        TABLES.forEach(table -> ddl.add(table.ddl()));
        if (indexed) {
            ddl.add("create index on users (boss_id, name)");
            ddl.add("create index on orders (user_id, seen desc)");
            ddl.add("create index on items (user_id)");
            ddl.add("create index on items (tag_id)");
            ddl.add("create index on tags (id)");
        }
        return ddl;
    }
}
