package dev.dovetail.jooq;

import static dev.dovetail.access.RowFilter.all;
import static dev.dovetail.access.RowFilter.any;
import static dev.dovetail.access.RowFilter.column;
import static dev.dovetail.access.RowFilter.not;
import static dev.dovetail.access.RowFilter.related;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import dev.dovetail.access.AccessRule;
import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.session.Session;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Two tenants in one set of tables, whose rows refer to each other across tenants, with two callers of each.
 *
 * <p>Every text of a row bears its tenant's mark. For each caller there is a schema with the rows alone that the caller may
 * read, and with other values in the columns that it may not: where there is nothing of all that could be told.
 */
final class Tenants {

    static final int CALLERS = 4;

    private static final RowFilter OWN = column("tenant").eq(SessionVariable.of("tenant"));

    private Tenants() {}

    static String tenant(int caller) {
        return caller % 2 == 0 ? "mark-a" : "mark-b";
    }

    /** Each tenant has a user and a clerk. */
    private static boolean isClerk(int caller) {
        return caller >= 2;
    }

    static Session session(int caller) {
        String tenant = tenant(caller);
        return Session.of(
                isClerk(caller) ? "clerk" : "user",
                Map.of("tenant", tenant, "orders", List.of("o1-" + tenant, "o2-" + tenant, "o3-" + tenant)));
    }

    /** The schema of what a caller may read. */
    static String schema(int caller) {
        return "only" + caller;
    }

    static TestDatabase database(long seed) {
        TestDatabase database = TestDatabase.with();
        createTables(database, "public");
        fill(database, seed);
        for (int caller = 0; caller < CALLERS; caller++) {
            database.run("drop schema if exists " + schema(caller) + " cascade", "create schema " + schema(caller));
            createTables(database, schema(caller));
            copy(database, caller);
        }
        return database;
    }

    private static void createTables(TestDatabase database, String schema) {
        database.run(
                "create table " + schema + ".customers"
                        + " (id text primary key, tenant text, name text, level int, secret text)",
                "create table " + schema + ".orders"
                        + " (id text primary key, tenant text, customer text, code text, amount int, secret text)",
                "create table " + schema + ".lines"
                        + " (id text primary key, tenant text, order_id text, label text, price int)",
                "create index on " + schema + ".lines (order_id)");
    }

    /** Rows refer to rows of either tenant, and to some that do not exist. */
    private static void fill(TestDatabase database, long seed) {
        String numbers = " from (values (1, 'mark-a', 'mark-b'), (2, 'mark-b', 'mark-a')) t (n, own, other),"
                + " generate_series(1, %s) i,"
                + " lateral (select abs(hashint8(" + seed + " + 10000 * n + 10 * i))) a (r),"
                + " lateral (select abs(hashint8(" + seed + " + 10000 * n + 10 * i + 1))) b (r),"
                + " lateral (select case when b.r %% 3 = 0 then other else own end) c (either)";
        String value = "case when a.r % 9 < 8 then a.r % 10 end";
        database.run(
                "insert into customers select 'c' || i || '-' || own, own, 'name' || i % 3 || '-' || own, " + value
                        + ", 'secret' || i % 3 || '-' || own" + numbers.formatted(6),
                "insert into orders select 'o' || i || '-' || own, own, 'c' || 1 + b.r % 7 || '-' || either,"
                        + " 'code' || i % 4 || '-' || own, " + value + ", 'secret' || i % 3 || '-' || own"
                        + numbers.formatted(16),
                "insert into lines select 'l' || i || '-' || own, own, 'o' || 1 + b.r % 17 || '-' || either,"
                        + " 'label' || i % 5 || '-' || own, " + value + numbers.formatted(40));
    }

    /** What the rules mean, once more and in plain SQL. */
    private static void copy(TestDatabase database, int caller) {
        boolean clerk = isClerk(caller);
        String own = "x.tenant = '" + tenant(caller) + "'";
        String tenant = clerk ? "'hidden'" : "tenant";
        copy(
                database,
                caller,
                "customers",
                "id, " + tenant + ", name, " + (clerk ? "42" : "level") + ", 'other'",
                own + (clerk ? " and level <= 6" : ""));
        copy(
                database,
                caller,
                "orders",
                "id, " + tenant + ", customer, code, amount, 'other'",
                clerk
                        ? own + " and (split_part(id, '-', 1) in ('o1', 'o2', 'o3') or exists"
                                + " (select from public.customers c where c.id = x.customer and c.level <= 6))"
                        : own);
        copy(
                database,
                caller,
                "lines",
                "id, " + tenant + ", order_id, label, " + (clerk ? "42" : "price"),
                own + " and exists (select from public.orders o where o.id = x.order_id and o.tenant = x.tenant)");
    }

    private static void copy(TestDatabase database, int caller, String table, String columns, String rows) {
        database.run("insert into " + schema(caller) + "." + table + " select " + columns + " from public." + table
                + " x where " + rows);
    }

    /**
     * The tables, with the rules of both roles.
     *
     * @param ruled whether the rules say which rows may be read, or let all rows be read
     */
    static List<TableDefinition> tables(boolean ruled) {
        return List.of(
                define(
                        "customers",
                        "Customer",
                        rule(ruled, "user", rule -> rule.rows(OWN))
                                .columns("id", "tenant", "name", "level")
                                .aggregates(),
                        rule(
                                        ruled,
                                        "clerk",
                                        rule -> rule.rows(OWN)
                                                .rows(not(column("level").gt(6))))
                                .columns("id", "name")
                                .aggregates()),
                define(
                        "orders",
                        "Order",
                        rule(
                                        ruled,
                                        "user",
                                        rule -> rule.rows(
                                                JooqRows.where((session, context) -> tenant("orders", session))))
                                .columns("id", "tenant", "code", "amount")
                                .aggregates(),
                        rule(ruled, "clerk", rule -> rule.rows(ordersOfClerk()))
                                .columns("id", "code", "amount")
                                .limit(3)),
                define(
                        "lines",
                        "Line",
                        rule(ruled, "user", rule -> rule.rows(all(OWN, related("order", OWN))))
                                .columns("id", "tenant", "label", "price")
                                .aggregates(),
                        rule(
                                        ruled,
                                        "clerk",
                                        rule -> rule.rows(OWN)
                                                .rows(JooqRows.where((session, context) -> ofOwnOrder(session))))
                                .columns("id", "label")
                                .limit(2)
                                .aggregates()));
    }

    private static AccessRule.Builder rule(boolean ruled, String role, UnaryOperator<AccessRule.Builder> rows) {
        AccessRule.Builder rule = AccessRule.forRole(role);
        return ruled ? rows.apply(rule) : rule.allRows();
    }

    private static RowFilter ordersOfClerk() {
        return any(
                column("id").in(SessionVariable.of("orders")),
                all(OWN, related("buyer", column("level").lte(6))));
    }

    private static Condition tenant(String table, Session session) {
        return text(table, "tenant").eq((String) session.variable("tenant"));
    }

    private static Condition ofOwnOrder(Session session) {
        return exists(selectOne()
                .from(table(name("public", "orders")))
                .where(text("orders", "id").eq(text("lines", "order_id")))
                .and(tenant("orders", session)));
    }

    private static Field<String> text(String table, String column) {
        return field(name("public", table, column), String.class);
    }

    private static TableDefinition define(
            String table, String type, AccessRule.Builder user, AccessRule.Builder clerk) {
        return TableDefinition.of("public", table)
                .type(type)
                .allColumns()
                .access(user.build(), clerk.build())
                .build();
    }
}
