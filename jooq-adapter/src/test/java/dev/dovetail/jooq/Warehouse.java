package dev.dovetail.jooq;

import dev.dovetail.Dovetail;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Catalog;
import org.jooq.DSLContext;

/** A database with some of everything, the classes that jOOQ generates from it, and a host that is written with them. */
final class Warehouse implements AutoCloseable {

    private final TestDatabase database = TestDatabase.with();
    private final ClassLoader classes;

    private Warehouse() {
        run(ddl());
        this.classes = GeneratedSources.load("warehouse.xml");
    }

    static Warehouse create() {
        return new Warehouse();
    }

    @Override
    public void close() {
        database.run(
                "drop schema warehouse cascade",
                "drop schema people cascade",
                "drop schema shop cascade",
                "drop schema extensions cascade");
    }

    TestDatabase database() {
        return database;
    }

    /** All that was generated. */
    Catalog generated() {
        return (Catalog) constant("generated.DefaultCatalog", "DEFAULT_CATALOG");
    }

    Object constant(String className, String name) {
        try {
            return classes.loadClass(className).getField(name).get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** An object of the host's. */
    Object host(String className, Object... arguments) {
        try {
            return classes.loadClass("host." + className).getConstructors()[0].newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError("The host failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The host's configuration in generated classes, with their catalog, or that of the database. */
    @SuppressWarnings("unchecked") // what the host implements
    Dovetail typed(JooqTableSource.Builder tables, boolean live) {
        return ((BiFunction<JooqTableSource.Builder, Boolean, Dovetail>) host("TypedWarehouse")).apply(tables, live);
    }

    /** The README's host. */
    @SuppressWarnings("unchecked") // what the host implements
    Dovetail shop() {
        return ((Function<DSLContext, Dovetail>) host("GeneratedShop")).apply(database.dsl());
    }

    /** The same as {@link #typed} by names. */
    static Dovetail named(JooqTableSource tables) {
        return Dovetail.builder()
                .tables(tables)
                .table(all("people", "person", "Person"))
                .table(all("warehouse", "kinds", "Kinds"))
                .table(all("warehouse", "parts", "Part"))
                .table(all("warehouse", "counts", "Count"))
                .table(all("warehouse", "happy", "Happy"))
                .table(all("warehouse", "Order Lines", "Line"))
                .table(TableDefinition.of("warehouse", "class")
                        .type("Category")
                        .columns("public", "class", "getClass")
                        .field("quoted")
                        .column("Quoted\"Name")
                        .field("words")
                        .column("two words")
                        .field("first")
                        .column("1st")
                        .build())
                .relationship(one("person", "Item", "id", "people", "person", "id"))
                .relationship(one("kinds", "Item", "uuid", "warehouse", "kinds", "id"))
                .relationship(
                        many("parts", "Item", "id", "warehouse", "parts", "id").build())
                .relationship(many("moody", "Item", "mood", "warehouse", "Order Lines", "mood")
                        .orderByDescending("order_no")
                        .orderBy("line_no")
                        .build())
                .relationship(many("active", "Item", "yes", "people", "person", "active")
                        .orderBy("id")
                        .build())
                .relationship(one("boss", "Person", "boss_id", "people", "person", "id"))
                .relationship(many("staff", "Person", "id", "people", "person", "boss_id")
                        .orderBy("id")
                        .build())
                .relationship(many("lines", "Person", "id", "warehouse", "Order Lines", "picked_by")
                        .orderBy("order_no")
                        .orderBy("line_no")
                        .aggregates()
                        .connection()
                        .build())
                .relationship(one("count", "Person", "id", "warehouse", "counts", "person_id"))
                .relationship(ObjectRelationship.named("category")
                        .on("Line")
                        .references("warehouse", "class")
                        .from("class_no", "class_public")
                        .to("class", "public")
                        .build())
                .relationship(ArrayRelationship.named("happy")
                        .on("Line")
                        .references("warehouse", "happy")
                        .from("order_no", "line_no")
                        .to("order_no", "line_no")
                        .build())
                .build();
    }

    private static TableDefinition all(String schema, String table, String type) {
        return TableDefinition.of(schema, table).type(type).allColumns().build();
    }

    private static ObjectRelationship one(
            String name, String type, String from, String schema, String table, String to) {
        return ObjectRelationship.named(name)
                .on(type)
                .references(schema, table)
                .from(from)
                .to(to)
                .build();
    }

    private static ArrayRelationship.Builder many(
            String name, String type, String from, String schema, String table, String to) {
        return ArrayRelationship.named(name)
                .on(type)
                .references(schema, table)
                .from(from)
                .to(to);
    }

    /** The whole script at once, and not by jOOQ, which would read it first. */
    private static void run(String script) {
        try (Connection connection = TestDatabase.server().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String ddl() {
        try {
            return Files.readString(GeneratedSources.CODEGEN.resolve("warehouse.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
