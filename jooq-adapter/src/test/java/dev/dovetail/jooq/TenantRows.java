package dev.dovetail.jooq;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.Service;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.RowArgument;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.session.Session;
import graphql.GraphQLContext;
import graphql.execution.DataFetcherResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jooq.Configuration;

/** Orders of several tenants, each of whom PostgreSQL's row-level security shows its own. Order 1 is nobody's. */
final class TenantRows {

    /** Needs quotes wherever it is part of a statement's text. */
    static final String ROLE = "ro\"le'; reset role; --\n\\ ?";

    private static final String QUOTED = "\"" + ROLE.replace("\"", "\"\"") + "\"";

    private final TestDatabase database;

    private TenantRows(TestDatabase database) {
        this.database = database;
    }

    static TenantRows create() {
        TestDatabase database = TestDatabase.with(
                "drop role if exists " + QUOTED,
                "create role " + QUOTED,
                "grant usage on schema public to " + QUOTED,
                "create table orders (id int primary key, owner int not null, tenant text)",
                "insert into orders values (1, 1, null), (2, 1, ''), (3, 2, 'other')",
                "create table secrets (id int primary key, owner int not null)",
                "create view broken as select id, owner, 1 / (id - id) as tenant from orders",
                "create view slow as select id, owner, pg_sleep(300)::text as tenant from orders",
                "create view large as select id, 1 as owner, repeat('x', 1000) as tenant"
                        + " from generate_series(1, 1000) id",
                "alter table orders enable row level security",
                "create policy own on orders using (tenant = nullif(current_setting('app.tenant'), ''))",
                "grant select on orders, broken, slow, large to " + QUOTED);
        return new TenantRows(database);
    }

    TestDatabase database() {
        return database;
    }

    /** Gives a tenant an order with this number. */
    void add(int id, String tenant) {
        database.plain().execute("insert into orders values (?, ?, ?)", id, id, tenant);
    }

    /** The session of a tenant, with the role that the policy is for. */
    static DatabaseSession session(Session session, GraphQLContext context) {
        return DatabaseSession.NONE.role(ROLE).setting("app.tenant", session.variable("tenant"));
    }

    Service service(Configuration connections) {
        return service(connections, TenantRows::session, Dovetail.builder());
    }

    /** {@code as(tenant)} makes a tenant the caller of what is below it. */
    Service service(
            Configuration connections,
            BiFunction<Session, GraphQLContext, DatabaseSession> session,
            DovetailBuilder dovetail) {
        dovetail.tables(JooqTableSource.perContext(context ->
                                context.hasKey("host") ? context.get("host") : database.recorded(connections))
                        .catalog(database.plain())
                        .databaseSession(session)
                        .build())
                .sessionFrom(environment -> Session.of("user", environment.getLocalContext()));
        for (String table : List.of("orders", "secrets", "broken", "slow", "large")) {
            dovetail.table(TableDefinition.of("public", table)
                            .type(table)
                            .allColumns()
                            .build())
                    .relationship(ArrayRelationship.named(table)
                            .on("User")
                            .references("public", table)
                            .from("id")
                            .to("owner")
                            .orderBy("id")
                            .arguments(RowArgument.WHERE)
                            .build());
        }
        return Service.of(
                dovetail.build(),
                "type Query { as(tenant: String, ids: [Int!]!): [User] } type User { id: Int! }",
                wiring -> wiring.type(
                        "Query",
                        type -> type.dataFetcher("as", environment -> {
                            Map<String, Object> variables = new HashMap<>();
                            variables.put("tenant", environment.getArgument("tenant"));
                            return DataFetcherResult.newResult()
                                    .data(environment.<List<Integer>>getArgument("ids").stream()
                                            .map(id -> Map.of("id", id))
                                            .toList())
                                    .localContext(variables)
                                    .build();
                        })));
    }
}
