package dev.dovetail.examples.benchmarks.contender.dovetail;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.definition.Naming;
import dev.dovetail.examples.benchmarks.contender.Contender;
import dev.dovetail.examples.benchmarks.contender.graphql.Documents;
import dev.dovetail.examples.benchmarks.contender.graphql.GraphQlContender;
import dev.dovetail.examples.benchmarks.data.Pool;
import dev.dovetail.examples.benchmarks.request.Actions;
import dev.dovetail.jooq.JooqTableSource;
import dev.dovetail.jooq.RoundTrips;
import dev.dovetail.table.TableSource;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.dataloader.DataLoaderRegistry;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Dovetail: definitions, and no queries. */
public final class WithDovetail {

    private WithDovetail() {}

    /** Creates the contender with all defaults. */
    public static Contender on(DataSource database) {
        return of(definitions(database).build());
    }

    /** Creates the contender with the execution strategy. */
    public static Contender withStrategy(DataSource database) {
        Dovetail dovetail = definitions(database).build();
        return of(dovetail, graphQl -> graphQl.queryExecutionStrategy(dovetail.executionStrategy()));
    }

    /** Creates the contender with threads for lookups, as many as the pool has connections. */
    public static Contender withExecutor(DataSource database) {
        ExecutorService threads = Executors.newFixedThreadPool(Pool.CONNECTIONS, work -> {
            Thread thread = new Thread(work, "lookups");
            thread.setDaemon(true);
            return thread;
        });
        return of(definitions(database).batchExecutor(threads).build());
    }

    /** Creates the contender with one statement for all tables that are joined to each other, however near they are. */
    public static Contender withFewestTrips(DataSource database) {
        return of(definitions(JooqTableSource.on(jooq(database))
                        .roundTrips(RoundTrips.FEWEST)
                        .build())
                .build());
    }

    /** The same for the action's own time: it is asked for nothing that is joined, whatever the request. */
    public static Contender actionAlone(DataSource database) {
        GraphQlContender dovetail = of(definitions(database).build());
        return request -> dovetail.answer("query($rows: Int!) { ranking(rows: $rows) { rank } }", request.rows());
    }

    private static GraphQlContender of(Dovetail dovetail) {
        return of(dovetail, graphQl -> graphQl);
    }

    private static GraphQlContender of(Dovetail dovetail, UnaryOperator<GraphQL.Builder> more) {
        GraphQL.Builder graphQl = GraphQL.newGraphQL(schema(dovetail))
                .instrumentation(dovetail.instrumentation())
                .preparsedDocumentProvider(new Documents());
        return new GraphQlContender(more.apply(graphQl).build(), DataLoaderRegistry::new);
    }

    private static GraphQLSchema schema(Dovetail dovetail) {
        TypeDefinitionRegistry types = new TypeDefinitionRegistry();
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        dovetail.extend(types);
        dovetail.wire(wiring);
        return new SchemaGenerator().makeExecutableSchema(types, wiring.build());
    }

    private static DSLContext jooq(DataSource database) {
        return DSL.using(database, SQLDialect.POSTGRES);
    }

    private static DovetailBuilder definitions(DataSource database) {
        return definitions(JooqTableSource.of(jooq(database)));
    }

    private static DovetailBuilder definitions(TableSource tables) {
        DovetailBuilder dovetail = Dovetail.builder()
                .tables(tables)
                .naming(Naming.CAMEL_CASE)
                .types("type Ranked { rank: Int! userId: Long! }")
                .types("type ForumKey { forumId: Long! }")
                .types("type Shelf { warehouse: UUID! sku: String! }")
                .types("type Sensor { deviceId: Long! }")
                .types("type Report { reportId: Long! }")
                .action(action("ranking", "[Ranked!]!", Actions::ranking))
                .action(action("forums", "[ForumKey!]!", Actions::forums))
                .action(action("shelves", "[Shelf!]!", Actions::shelves))
                .action(action("sensors", "[Sensor!]!", Actions::sensors))
                .action(action("reports", "[Report!]!", Actions::reports));
        Tables.addTo(dovetail);
        Relationships.addTo(dovetail);
        return dovetail;
    }

    private static ActionDefinition action(String name, String type, IntFunction<Object> answer) {
        ActionHandler handler = call -> answer.apply(rows(call));
        return ActionDefinition.query(name)
                .argument("rows", "Int!")
                .returns(type)
                .handler(handler)
                .build();
    }

    private static int rows(ActionCall call) {
        return Objects.requireNonNull(call.<Integer>argument("rows"));
    }
}
