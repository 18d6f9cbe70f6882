package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.listener.JoinFailure;
import dev.dovetail.listener.JoinInfo;
import dev.dovetail.listener.JoinListener;
import dev.dovetail.listener.JoinResult;
import dev.dovetail.listener.JoinWatch;
import dev.dovetail.listener.JoinedAlong;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import graphql.ExecutionResult;
import graphql.language.OperationDefinition.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A host hears of every batch, and of nothing that is nobody's business. */
final class JoinListenerTest {

    private static final TableName ORDERS = TableName.of("public", "orders");

    private final HeardJoins heard = new HeardJoins();

    @Test
    void batch_isToldOnceWithItsCounts() {
        service(ListenedShop.tables()).data("{ outputs { orders { id } } }");

        assertThat(heard.calls()).containsExactly("started Output.orders", "loading", "loaded", "finished");
        JoinInfo join = heard.started().get(0);
        assertThat(join.table()).isEqualTo(ORDERS);
        assertThat(join.operation()).isEqualTo(Operation.QUERY);
        assertThat(join.keys()).isEqualTo(3);
        assertThat(join.shared()).isEqualTo(1);
        JoinResult result = heard.finished().get(0);
        assertThat(result.rows()).isEqualTo(3);
        assertThat(result.failedKeys()).isZero();
        assertThat(result.along()).isEmpty();
        assertThat(result.statements()).containsExactly("read public.orders");
        assertThat(result.time()).isPositive().isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void batchesOfFurtherLevels_andOfAliases_areToldEach() {
        service(ListenedShop.tables())
                .data("{ outputs { orders { user { name orders { id } } } again: user { name } } }");

        assertThat(heard.keys())
                .containsExactlyInAnyOrder("Output.orders 3+1", "Output.user 3+1", "Order.user 2+1", "User.orders 2+0");
    }

    @Test
    void fieldsThatShareABatch_shareKeys() {
        service(ListenedShop.tables()).data("{ outputs { orders { id } again: orders { id } } }");

        assertThat(heard.keys()).containsExactly("Output.orders 3+5");
    }

    @Test
    void listOfKeys_countsEachKey() {
        service(ListenedShop.tables()).data("{ listed { orders { id } } }");

        assertThat(heard.keys()).containsExactly("Listed.orders 2+1");
    }

    @Test
    void mutation_isTold() {
        service(ListenedShop.tables()).data("mutation { outputsNow { orders { id } } }");

        assertThat(heard.started()).extracting(JoinInfo::operation).containsExactly(Operation.MUTATION);
    }

    @Test
    void failure_isToldWithoutItsMessage() {
        ExecutionResult result = service(ListenedShop.answering(request -> {
                    request.report("read it");
                    return CompletableFuture.failedFuture(new IllegalArgumentException("secret"));
                }))
                .execute("{ outputs { orders { id } } }");

        assertThat(Service.codes(result)).hasSize(4);
        assertThat(heard.calls()).containsExactly("started Output.orders", "loading", "loaded", "failed");
        JoinFailure failure = heard.failed().get(0);
        assertThat(failure.code()).isEqualTo(ErrorCode.TABLE_LOOKUP_FAILED);
        assertThat(failure.cause()).isEqualTo(IllegalArgumentException.class);
        assertThat(failure.cancelled()).isFalse();
        assertThat(failure.statements()).containsExactly("read it");
        assertThat(failure).asString().doesNotContain("secret");
    }

    @Test
    void sourceThatThrows_isAFailure() {
        service(ListenedShop.answering(request -> {
                    throw new IllegalStateException("secret");
                }))
                .execute("{ outputs { orders { id } } }");

        assertThat(heard.calls()).containsExactly("started Output.orders", "loading", "loaded", "failed");
    }

    @Test
    void executorThatRefuses_isAFailure() {
        ListenedShop.service(
                        ListenedShop.tables(),
                        builder -> builder.listener(heard).batchExecutor(task -> {
                            throw new RejectedExecutionException("full");
                        }))
                .execute("{ outputs { orders { id } } }");

        assertThat(heard.calls()).containsExactly("started Output.orders", "failed");
    }

    @Test
    void keysThatFail_areCounted() {
        FakeTables tables = ListenedShop.tables();
        service(ListenedShop.answering(request -> tables.load(request).thenApply(rows -> {
                    rows.fail(0, new IllegalStateException("secret"));
                    return rows;
                })))
                .execute("{ outputs { orders { id } } }");

        assertThat(heard.finished())
                .singleElement()
                .satisfies(result -> assertThat(result.failedKeys()).isEqualTo(1));
    }

    @Test
    void relationshipAnsweredAlong_isToldWithTheBatchThatAnsweredIt() {
        service(withUsersAlong()).data("{ outputs { orders { user { name } } } }");

        assertThat(heard.keys()).containsExactly("Output.orders 3+1");
        assertThat(heard.finished()).singleElement().satisfies(result -> {
            assertThat(result.rows()).isEqualTo(3);
            assertThat(result.statements()).containsExactly("read public.orders");
            assertThat(result.along())
                    .containsExactly(new JoinedAlong("Order.user", TableName.of("public", "users"), 3, 3));
        });
    }

    /** One user for every order. */
    private static TableSource withUsersAlong() {
        FakeTables tables = ListenedShop.tables();
        return ListenedShop.answering(request -> tables.load(request).thenApply(rows -> {
            if (!request.branches().isEmpty()) {
                int above = (int) rows.count();
                TableRows users = new TableRows(above);
                for (int order = 0; order < above; order++) {
                    users.add(order, new Object[] {"Ann"});
                }
                rows.setBranch(0, users);
            }
            return rows;
        }));
    }

    @Test
    void withoutListener_sourceIsNotAskedForStatements() {
        FakeTables tables = ListenedShop.tables();
        ListenedShop.service(tables, builder -> {}).data("{ outputs { orders { id } } }");

        assertThat(tables.requests()).extracting(TableRequest::isReported).containsExactly(false);
    }

    @Test
    void listenersThatThrow_hurtNoRequest_andAreWarnedOfOnce() {
        JoinListener thrower = join -> {
            throw new AssertionError("mine");
        };
        JoinListener watchThatThrows = join -> new JoinWatch() {
            @Override
            public Scope loading() {
                throw new IllegalStateException("mine");
            }

            @Override
            public void finished(JoinResult result) {
                throw new IllegalStateException("mine");
            }
        };
        Service service = ListenedShop.service(
                ListenedShop.tables(),
                builder -> builder.listener(thrower)
                        .listener(watchThatThrows)
                        .listener(join -> null)
                        .listener(heard));

        try (Logged logged = new Logged()) {
            service.data("{ outputs { orders { id } } }");
            service.data("{ outputs { orders { id } } }");

            assertThat(logged.lines()).hasSize(3).allMatch(line -> line.startsWith("WARN The join listener class"));
        }
        assertThat(heard.finished()).hasSize(2);
    }

    @Test
    void debugLog_hasOneLineForEachBatch() {
        List<String> lines = new ArrayList<>();
        Logger joins = (Logger) LoggerFactory.getLogger("dev.dovetail.joins");
        joins.setLevel(Level.DEBUG);
        try (Logged logged = new Logged()) {
            ListenedShop.service(withUsersAlong(), builder -> {}).data("{ outputs { orders { user { name } } } }");
            ListenedShop.service(
                            ListenedShop.answering(
                                    request -> CompletableFuture.failedFuture(new IllegalStateException("secret"))),
                            builder -> {})
                    .execute("{ outputs { orders { id } } }");
            logged.lines().stream().filter(line -> line.startsWith("DEBUG")).forEach(lines::add);
        } finally {
            joins.setLevel(null);
        }

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .matches("DEBUG Output.orders: 3 key\\(s\\) \\(1 more shared\\) of public.orders,"
                        + " 3 row\\(s\\) by 1 statement\\(s\\) in [0-9.]+ ms; along: Order.user \\(3 row\\(s\\)\\)");
        assertThat(lines.get(1))
                .matches(
                        "DEBUG Output.orders: 3 key\\(s\\) \\(1 more shared\\) of public.orders,"
                                + " table-lookup-failed after 0 statement\\(s\\) in [0-9.]+ ms: java.lang.IllegalStateException");
    }

    private Service service(TableSource source) {
        return ListenedShop.service(source, builder -> builder.listener(heard));
    }
}
