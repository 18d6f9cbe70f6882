package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.lookup.StatementTexts;
import dev.dovetail.jooq.internal.statement.Inputs;
import dev.dovetail.jooq.internal.statement.Shape;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Position;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.VisitListener;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What statements share, and what they must not. */
final class StatementTextsTest {

    private static TestDatabase database;
    private static final Dialect DIALECT = Dialects.of(SQLDialect.POSTGRES, Strategy.AUTOMATIC);

    private static LookupRequests requests;

    private final StatementTexts texts = new StatementTexts();
    private final AtomicInteger built = new AtomicInteger();
    private final Dialect counted = (Dialect) Proxy.newProxyInstance(
            Dialect.class.getClassLoader(), new Class<?>[] {Dialect.class}, (proxy, method, arguments) -> {
                built.addAndGet(method.getName().equals("statement") ? 1 : 0);
                try {
                    return method.invoke(DIALECT, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    @BeforeAll
    static void start() {
        database = TestDatabase.with(LookupRequests.DDL);
        requests = new LookupRequests(JooqTableSource.of(database.dsl()));
    }

    @Test
    void requests_thatDifferInValuesAlone_shareATextAndNoParameter() {
        for (List<TableRequest> alike : alike()) {
            built.set(0);
            for (TableRequest request : alike) {
                Rendered kept = rendered(statement(request));

                assertThat(kept).isEqualTo(rendered(new StatementTexts().statement(plain(), DIALECT, request)));
                assertThat(kept).isEqualTo(rendered(unkept(request)));
            }
            assertThat(built).as(alike.get(0).query().rows().toString()).hasValue(1);
            assertThat(alike.stream().map(this::statement).map(StatementTextsTest::rendered))
                    .doesNotHaveDuplicates();
        }
    }

    private static List<List<TableRequest>> alike() {
        return List.of(
                List.of(requests.of(RowSelection.ALL, 1), requests.of(RowSelection.ALL, 2)),
                List.of(requests.of(RowSelection.ALL, 1, 2), requests.of(RowSelection.ALL, 2, 3, 4)),
                List.of(body(Operator.EQ, "a"), body(Operator.EQ, "b")),
                List.of(body(Operator.LIKE, "a%"), body(Operator.LIKE, "b%")),
                List.of(body(Operator.IN, List.of("a")), body(Operator.IN, List.of("a", "b"))),
                List.of(requests.of(requests.page(1, 2), 1), requests.of(requests.page(3, 4), 1)),
                List.of(requests.of(requests.page(1, 2), 1, 2), requests.of(requests.page(3, 4), 1, 2)),
                List.of(after(3), after(4)),
                List.of(
                        requests.of(RowSelection.ALL, 1).within(10, TableRequest.UNLIMITED),
                        requests.of(RowSelection.ALL, 1).within(20, TableRequest.UNLIMITED)),
                List.of(
                        requests.of(RowSelection.ALL, 1, 2).within(10, TableRequest.UNLIMITED),
                        requests.of(RowSelection.ALL, 1, 2).within(20, TableRequest.UNLIMITED)));
    }

    @Test
    void requests_whoseTextsDiffer_shareNone() {
        List<TableRequest> different = List.of(
                requests.of(RowSelection.ALL, 1),
                requests.of(RowSelection.ALL, 1, 2),
                requests.of(RowSelection.ALL, 1).within(10, TableRequest.UNLIMITED),
                requests.first(3, RowSelection.ALL, 1),
                requests.of(requests.page(0, 2), 1),
                requests.of(requests.page(1, 2), 1),
                requests.of(requests.page(1, TableQuery.ALL_ROWS), 1),
                after(1),
                after(null),
                body(Operator.EQ, "a"),
                body(Operator.NEQ, "a"),
                body(Operator.IS_NULL, true),
                body(Operator.IS_NULL, false));

        List<String> sqls = different.stream()
                .map(request -> rendered(statement(request)).sql())
                .toList();

        assertThat(sqls).doesNotHaveDuplicates();
        assertThat(texts.size()).isEqualTo(different.size());
    }

    @Test
    void schemaMappings_ofTwoTenants_haveTextsOfTheirOwn() {
        TableRequest request = requests.of(RowSelection.ALL, 1);
        Settings mapped = new Settings()
                .withRenderMapping(new RenderMapping()
                        .withSchemata(new MappedSchema().withInput("public").withOutput("shop")));
        Configuration tenant = plain().derive(mapped);

        assertThat(database.plain().render(texts.statement(plain(), counted, request)))
                .contains("\"public\".\"notes\"");
        assertThat(DSL.using(tenant).render(texts.statement(tenant, counted, request)))
                .contains("\"shop\".\"notes\"");
        mapped.getRenderMapping().getSchemata().get(0).setOutput("other");
        assertThat(DSL.using(tenant).render(texts.statement(tenant, counted, request)))
                .contains("\"other\".\"notes\"");
    }

    @Test
    void conditionsOfTheHost_areNeverKept() {
        Filter hosts = JooqFilter.of(DSL.condition("owner = {0}", DSL.val(7)));
        for (Filter filter : List.of(hosts, Filter.both(requests.comparison("id", Operator.GT, 1), hosts))) {
            TableRequest request = requests.of(requests.where(filter), 7);

            assertThat(rendered(statement(request)).binds()).contains("7");
            statement(request);
        }

        assertThat(built).hasValue(4);
        assertThat(texts.size()).isZero();
    }

    @Test
    void listenersOfRendering_areAskedEachTime() {
        AtomicInteger visits = new AtomicInteger();
        Configuration configuration = plain().derive(VisitListener.onVisitStart(context -> visits.incrementAndGet()));
        TableRequest request = requests.of(RowSelection.ALL, 1);

        DSL.using(configuration).render(texts.statement(configuration, counted, request));
        int first = visits.getAndSet(0);
        DSL.using(configuration).render(texts.statement(configuration, counted, request));

        assertThat(first).isPositive();
        assertThat(visits).hasValue(first);
        assertThat(texts.size()).isZero();
    }

    @Test
    void texts_ofEndlesslyManyShapes_areForgotten() {
        for (int rows = 2; rows < 2000; rows++) {
            statement(requests.first(rows, RowSelection.ALL, 1));
        }
        statement(body(Operator.EQ, "x".repeat(100_000)));
        int before = texts.size();
        statement(requests.of(
                requests.where(new Filter.Any(Stream.generate(() -> requests.comparison("id", Operator.EQ, 1))
                        .limit(1000)
                        .toList())),
                1));

        assertThat(texts.size()).isBetween(256, 512).isEqualTo(before);
        built.set(0);
        statement(requests.first(1999, RowSelection.ALL, 1));
        assertThat(built).hasValue(0);
    }

    @Test
    void values_areNotHeld() throws InterruptedException {
        WeakReference<Object> value = valueThatWasUsed();

        for (int i = 0; i < 50 && value.get() != null; i++) {
            System.gc();
            Thread.sleep(20); // until the collector has cleared the reference
        }
        assertThat(value.get()).isNull();
        assertThat(texts.size()).isOne();
    }

    private WeakReference<Object> valueThatWasUsed() {
        String secret = new String("secret".toCharArray());
        assertThat(rendered(statement(body(Operator.EQ, secret))).binds()).contains("secret");
        return new WeakReference<>(secret);
    }

    private QueryPart statement(TableRequest request) {
        return texts.statement(plain(), counted, request);
    }

    private static QueryPart unkept(TableRequest request) {
        Inputs inputs = new Inputs(request, List.of());
        return DIALECT.statement(Shape.of(request, request.query()), slot -> slot.of(inputs));
    }

    /** As it is for each lookup: a configuration of its own, with settings that were not used yet. */
    private static Configuration plain() {
        return database.plain().configuration().derive(new Settings());
    }

    private static TableRequest body(Operator operator, Object value) {
        return requests.of(requests.where(requests.comparison("body", operator, value)), 1);
    }

    private static TableRequest after(Integer id) {
        Position position = new Position(Collections.singletonList(id));
        return requests.of(
                new RowSelection(
                        Filter.EVERYTHING,
                        List.of(RowOrder.of(requests.column("id"), false)),
                        List.of(),
                        position,
                        null,
                        0,
                        TableQuery.ALL_ROWS),
                1);
    }

    private static Rendered rendered(QueryPart statement) {
        Map<String, ?> params = database.plain().extractParams(statement);
        assertThat(params).isNotEmpty();
        return new Rendered(
                database.plain().render(statement),
                database.plain().extractBindValues(statement).stream()
                        .map(Object::toString)
                        .toList());
    }

    private record Rendered(String sql, List<String> binds) {}
}
