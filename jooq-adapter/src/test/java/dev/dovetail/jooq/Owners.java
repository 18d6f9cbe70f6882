package dev.dovetail.jooq;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.Service;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.TableDefinition;
import graphql.ExecutionInput;
import graphql.GraphQL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * A service that joins two owners, 1 and 2, to tables and views with the columns {@code owner} and {@code v}, each through the
 * {@code DSLContext} in the request's context: {@code { owners { id <table> { v } } }}.
 */
final class Owners {

    private final DovetailBuilder builder = Dovetail.builder();
    private final List<String> tables = new ArrayList<>();
    private Dovetail dovetail;

    /**
     * @param database has the catalog
     * @param source says the rest of the source
     */
    static Owners of(TestDatabase database, Consumer<JooqTableSource.Builder> source, String... tables) {
        Owners owners = new Owners();
        owners.tables.addAll(List.of(tables));
        JooqTableSource.Builder tableSource = JooqTableSource.perContext(
                        context -> context.<DSLContext>get(DSLContext.class))
                .catalog(database.plain());
        source.accept(tableSource);
        owners.builder.tables(tableSource.build());
        for (String table : tables) {
            owners.builder
                    .table(TableDefinition.of("public", table)
                            .type("Type_" + table)
                            .columns("owner", "v")
                            .build())
                    .relationship(relationship("Owner", "id", table));
        }
        return owners;
    }

    /** Joins the rows of each table to every table as well. */
    Owners nested() {
        for (String from : tables) {
            for (String to : tables) {
                builder.relationship(relationship("Type_" + from, "owner", to));
            }
        }
        return this;
    }

    private static ArrayRelationship relationship(String type, String from, String table) {
        return ArrayRelationship.named(table)
                .on(type)
                .references("public", table)
                .from(from)
                .to("owner")
                .build();
    }

    Owners and(Consumer<DovetailBuilder> more) {
        more.accept(builder);
        return this;
    }

    Dovetail dovetail() {
        if (dovetail == null) {
            dovetail = builder.build();
        }
        return dovetail;
    }

    GraphQL graphQL() {
        return Service.graphQL(
                        dovetail(),
                        "type Query { owners: [Owner] } type Owner { id: Int }",
                        wiring -> wiring.type(
                                "Query",
                                query -> query.dataFetcher("owners", env -> List.of(Map.of("id", 1), Map.of("id", 2)))))
                .build();
    }

    Service service() {
        return Service.of(graphQL());
    }

    /** What tells a request its database. */
    static Consumer<ExecutionInput.Builder> through(DSLContext dsl) {
        return input -> input.graphQLContext(Map.of(DSLContext.class, dsl));
    }
}
