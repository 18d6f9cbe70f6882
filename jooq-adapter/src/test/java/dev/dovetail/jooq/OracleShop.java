package dev.dovetail.jooq;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.Relationship;
import dev.dovetail.definition.TableRelationshipBuilder;
import dev.dovetail.jooq.oracle.Data;
import dev.dovetail.jooq.oracle.Relation;
import dev.dovetail.jooq.oracle.Shop;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;

/** The oracle's shop in a database, and a service over it. It uses one connection, since new ones take long. */
final class OracleShop implements AutoCloseable {

    private final Connection connection;
    private final Outputs outputs;

    private OracleShop(Connection connection, Outputs outputs) {
        this.connection = connection;
        this.outputs = outputs;
    }

    static OracleShop with(Data data, boolean indexed) throws SQLException {
        TestDatabase database = TestDatabase.with(Shop.ddl(indexed).toArray(String[]::new));
        database.run(data.inserts().toArray(String[]::new));
        Connection connection = TestDatabase.server().dataSource().getConnection();
        DSLContext dsl =
                database.recorded(new DefaultConfiguration().set(connection).set(SQLDialect.POSTGRES));
        Outputs outputs = Outputs.of(database, Shop.OUTPUT_FIELDS);
        outputs.and(dovetail -> dovetail.tables(JooqTableSource.of(dsl)));
        Shop.TABLES.forEach(table -> outputs.table(table.name(), table.type()));
        Shop.RELATIONS.forEach(relation -> outputs.join(relationship(relation)));
        return new OracleShop(connection, outputs);
    }

    Outputs outputs() {
        return outputs;
    }

    private static Relationship relationship(Relation relation) {
        return relation.many() ? array(relation) : object(relation);
    }

    private static Relationship array(Relation relation) {
        ArrayRelationship.Builder builder = declared(relation, ArrayRelationship.named(relation.name()));
        return relation.listOfKeys()
                ? builder.build()
                : builder.aggregates().connection().build();
    }

    private static Relationship object(Relation relation) {
        return declared(relation, ObjectRelationship.named(relation.name())).build();
    }

    private static <B extends TableRelationshipBuilder<?, B>> B declared(Relation relation, B builder) {
        builder.on(relation.on())
                .references("public", relation.target().name())
                .from(relation.from().toArray(String[]::new))
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

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
