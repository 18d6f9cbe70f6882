package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.Service;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.session.Session;
import dev.dovetail.table.TableSource;
import graphql.ExecutionResult;
import graphql.execution.DataFetcherResult;
import graphql.schema.idl.RuntimeWiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever two roles of two tenants ask in one request, and in several at once, each is answered as if nothing existed but
 * what it may read.
 */
final class AccessLeakTest {

    private static final long SEED = Long.getLong("dovetail.test.seed", 7);
    private static final int THREADS = 4;
    private static final int REQUESTS_PER_THREAD = 80;

    private static final String HOST = """
            type Query { as(caller: Int!): [Output!]! mixed: [Output!]! }
            type Output { key: ID keys: [ID] scope: Output! }
            """;

    private final TestDatabase database = Tenants.database(SEED);
    private final HikariDataSource pool = new HikariDataSource();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ExecutorService batches = Executors.newFixedThreadPool(2);
    private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        threads.shutdownNow();
        batches.shutdownNow();
        pool.close();
    }

    @Test
    void answers_areThoseOfADatabaseWithNothingElse() throws Exception {
        pool.setDataSource(TestDatabase.server().dataSource());
        pool.setMaximumPoolSize(3);
        DSLContext dsl = DSL.using(pool, SQLDialect.POSTGRES);
        Service all = service(dovetail(JooqTableSource.of(dsl), true));
        Service inParallel = service(dovetail(JooqTableSource.of(dsl), true).batchExecutor(batches));
        Service only = service(dovetail(
                JooqTableSource.perContext(context -> mapped(dsl, context.<Integer>get("caller")))
                        .catalog(dsl)
                        .build(),
                false));

        List<Future<?>> runs = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(SEED * THREADS + thread);
            Service service = thread % 2 == 0 ? all : inParallel;
            runs.add(threads.submit(() -> {
                ProbingQueries queries = new ProbingQueries(random);
                for (int i = 0; i < REQUESTS_PER_THREAD; i++) {
                    new Request(random, queries).check(service, only);
                }
                return null;
            }));
        }
        for (Future<?> run : runs) {
            run.get(2, TimeUnit.MINUTES);
        }

        int answers = seen("all");
        assertThat(answers).isGreaterThan(1_000);
        assertThat(seen("rows")).isGreaterThan(answers / 5);
        assertThat(seen("access-denied")).isBetween(answers / 10, answers / 2);
        assertThat(seen("argument-invalid")).isBetween(answers / 50, answers / 5);
    }

    /** Several callers' questions at once. */
    private final class Request {

        private final ProbingQueries queries;
        private final List<Map<String, Object>> parents = new ArrayList<>();
        private final List<Integer> callers = new ArrayList<>();
        private final List<String> selections = new ArrayList<>();
        private final Map<List<Object>, AnswerPart> expected = new HashMap<>();

        Request(Random random, ProbingQueries queries) {
            this.queries = queries;
            String shared = queries.selection();
            for (int i = 2 + random.nextInt(2); i > 0; i--) {
                callers.add(random.nextInt(Tenants.CALLERS));
                selections.add(random.nextBoolean() ? shared : queries.selection());
            }
            for (int i = 3 + random.nextInt(3); i > 0; i--) {
                parents.add(parent(random));
            }
        }

        private static Map<String, Object> parent(Random random) {
            List<String> keys = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                keys.add("o" + random.nextInt(18) + anyTenant(random));
            }
            String key = (random.nextBoolean() ? "c" : "o") + random.nextInt(8) + anyTenant(random);
            return Map.of("key", key, "keys", keys, "caller", random.nextInt(Tenants.CALLERS));
        }

        private static String anyTenant(Random random) {
            return "-" + Tenants.tenant(random.nextInt(2));
        }

        void check(Service service, Service only) {
            StringBuilder query = new StringBuilder("{");
            for (int i = 0; i < callers.size(); i++) {
                query.append(" p" + i + ": as(caller: " + callers.get(i) + ")" + selections.get(i));
            }
            query.append(" mixed { scope" + selections.get(0) + " } }");
            ExecutionResult result = execute(service, query.toString(), -1);

            for (int i = 0; i < callers.size(); i++) {
                AnswerPart answer = AnswerPart.at(result, List.of("p" + i));
                check(answer, expected(only, callers.get(i), selections.get(i)), callers.get(i), query);
                queries.remember(answer.data());
            }
            for (int i = 0; i < parents.size(); i++) {
                int caller = (int) parents.get(i).get("caller");
                AnswerPart answer = AnswerPart.at(result, List.of("mixed", i, "scope"));
                check(answer, expected(only, caller, selections.get(0)).at(i), caller, query);
            }
        }

        private void check(AnswerPart answer, AnswerPart expected, int caller, StringBuilder query) {
            assertThat(answer)
                    .as("seed %s, caller %s: %s of %s", SEED, caller, query, parents)
                    .isEqualTo(expected);
            assertThat(answer.text()).doesNotContain(Tenants.tenant(caller + 1)).doesNotContainPattern("secret\\d");
            count(answer);
        }

        private AnswerPart expected(Service only, int caller, String selection) {
            return expected.computeIfAbsent(
                    List.of(caller, selection),
                    key -> AnswerPart.at(
                            execute(only, "{ p: as(caller: " + caller + ")" + selection + " }", caller), List.of("p")));
        }

        private ExecutionResult execute(Service service, String query, int caller) {
            return service.execute(query, input -> input.graphQLContext(Map.of("parents", parents, "caller", caller)));
        }
    }

    /** Counts what it is, so that the test notices when it no longer asks for anything. */
    private void count(AnswerPart answer) {
        Set<String> kinds = new HashSet<>(Set.of("all"));
        if (answer.text().contains("-mark-")) {
            kinds.add("rows");
        }
        for (String code : List.of("access-denied", "argument-invalid")) {
            if (answer.errors().stream().anyMatch(error -> error.contains(" " + code + ": "))) {
                kinds.add(code);
            }
        }
        kinds.forEach(
                kind -> seen.computeIfAbsent(kind, key -> new AtomicInteger()).incrementAndGet());
    }

    private int seen(String kind) {
        return seen.getOrDefault(kind, new AtomicInteger()).get();
    }

    private static DSLContext mapped(DSLContext dsl, int caller) {
        return DSL.using(dsl.configuration()
                .derive(new Settings()
                        .withRenderMapping(new RenderMapping()
                                .withSchemata(
                                        new MappedSchema().withInput("public").withOutput(Tenants.schema(caller))))));
    }

    private static Service service(DovetailBuilder dovetail) {
        return Service.of(dovetail.build(), HOST, AccessLeakTest::host);
    }

    private static RuntimeWiring.Builder host(RuntimeWiring.Builder wiring) {
        return wiring.type(
                        "Query",
                        type -> type.dataFetcher(
                                        "as",
                                        environment -> DataFetcherResult.newResult()
                                                .data(environment
                                                        .getGraphQlContext()
                                                        .get("parents"))
                                                .localContext(Tenants.session(environment.getArgument("caller")))
                                                .build())
                                .dataFetcher(
                                        "mixed",
                                        environment ->
                                                environment.getGraphQlContext().get("parents")))
                .type(
                        "Output",
                        type -> type.dataFetcher("scope", environment -> {
                            Map<String, Object> parent = environment.getSource();
                            return DataFetcherResult.newResult()
                                    .data(parent)
                                    .localContext(Tenants.session((int) parent.get("caller")))
                                    .build();
                        }));
    }

    private static DovetailBuilder dovetail(TableSource tables, boolean ruled) {
        DovetailBuilder dovetail = Dovetail.builder()
                .tables(tables)
                .sessionFrom(environment ->
                        environment.getLocalContext() instanceof Session session ? session : Session.ANONYMOUS)
                .relationship(one("customer", "Output", "customers", "key", "id"))
                .relationship(one("anyOrder", "Output", "orders", "key", "customer"))
                .relationship(many("orders", "Output", "orders", "key", "customer"))
                .relationship(many("lines", "Output", "lines", "key", "order_id"))
                .relationship(ArrayRelationship.named("picked")
                        .on("Output")
                        .references("public", "orders")
                        .from("keys")
                        .to("id")
                        .orderBy("id")
                        .build())
                .relationship(many("orders", "Customer", "orders", "id", "customer"))
                .relationship(one("buyer", "Order", "customers", "customer", "id"))
                .relationship(many("lines", "Order", "lines", "id", "order_id"))
                .relationship(one("order", "Line", "orders", "order_id", "id"));
        Tenants.tables(ruled).forEach(dovetail::table);
        return dovetail;
    }

    private static ObjectRelationship one(String name, String type, String table, String from, String to) {
        ObjectRelationship.Builder relationship = ObjectRelationship.named(name)
                .on(type)
                .references("public", table)
                .from(from)
                .to(to);
        return (type.equals("Output") ? relationship : relationship.filterable()).build();
    }

    private static ArrayRelationship many(String name, String type, String table, String from, String to) {
        ArrayRelationship.Builder relationship = ArrayRelationship.named(name)
                .on(type)
                .references("public", table)
                .from(from)
                .to(to)
                .orderBy("id")
                .aggregates()
                .connection();
        return (type.equals("Output") ? relationship : relationship.filterable()).build();
    }
}
