package dev.dovetail.jooq;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Naming;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.Relationship;
import dev.dovetail.definition.TableRelationshipBuilder;
import dev.dovetail.jooq.Outputs.Outcome;
import dev.dovetail.jooq.oracle.CamelCase;
import dev.dovetail.jooq.oracle.Data;
import dev.dovetail.jooq.oracle.Relation;
import dev.dovetail.jooq.oracle.Shop;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;

/** The oracle's shop in a database, and a service over it. It uses one connection, since new ones take long. */
final class OracleShop implements AutoCloseable {

    private final Connection connection;
    private final Outputs outputs;
    private final boolean camelCase;

    private OracleShop(Connection connection, Outputs outputs, boolean camelCase) {
        this.connection = connection;
        this.outputs = outputs;
        this.camelCase = camelCase;
    }

    /** With or without indexes, by many statements or few, and with names of one kind or the other. */
    static OracleShop random(Random random, Data data) throws SQLException {
        boolean camelCase = random.nextBoolean();
        TestDatabase database = TestDatabase.with(Shop.ddl(random.nextBoolean()).toArray(String[]::new));
        database.run(data.inserts().toArray(String[]::new));
        Connection connection = TestDatabase.server().dataSource().getConnection();
        DSLContext dsl =
                database.recorded(new DefaultConfiguration().set(connection).set(SQLDialect.POSTGRES));
        Outputs outputs = Outputs.of(database, Shop.OUTPUT_FIELDS);
        JooqTableSource tables = JooqTableSource.on(dsl)
                .roundTrips(random.nextBoolean() ? RoundTrips.FEWEST : RoundTrips.ONE_PER_RELATIONSHIP)
                .build();
        outputs.and(dovetail -> dovetail.tables(tables).naming(camelCase ? Naming.CAMEL_CASE : Naming.COLUMN_NAME));
        OracleShop shop = new OracleShop(connection, outputs, camelCase);
        Shop.TABLES.forEach(table -> outputs.table(table.name(), table.type()));
        Shop.RELATIONS.forEach(relation -> outputs.join(shop.relationship(relation)));
        return shop;
    }

    /** What the action's outputs give for a selection. */
    Outcome select(String selection, List<Map<String, Object>> answer) {
        return outputs.answering(answer).select(camelCase ? CamelCase.query(selection) : selection);
    }

    private Relationship relationship(Relation relation) {
        return relation.many() ? array(relation) : object(relation);
    }

    private ArrayRelationship array(Relation relation) {
        ArrayRelationship.Builder builder = declared(relation, ArrayRelationship.named(relation.name()));
        return relation.listOfKeys()
                ? builder.build()
                : builder.aggregates().connection().build();
    }

    private ObjectRelationship object(Relation relation) {
        return declared(relation, ObjectRelationship.named(relation.name())).build();
    }

    private <B extends TableRelationshipBuilder<?, B>> B declared(Relation relation, B builder) {
        builder.on(relation.on())
                .references("public", relation.target().name())
                .from(relation.from().stream().map(this::field).toArray(String[]::new))
                .to(relation.to().toArray(String[]::new));
        for (Relation.Sorted by : relation.order()) {
            if (by.descending()) {
                builder.orderByDescending(by.column());
            } else {
                builder.orderBy(by.column());
            }
        }
        return relation.filterable() ? builder.filterable() : builder;
    }

    private String field(String column) {
        return camelCase ? CamelCase.name(column) : column;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
