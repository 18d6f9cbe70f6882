package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Relationships side by side below joined rows are looked up at the same time where there is an executor. */
final class SiblingsTest {

    private final ExecutorService executor = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void siblingsBelowRows_withAnExecutor_runAtTheSameTime() {
        TestDatabase database = TestDatabase.with(
                "create table users (id int primary key)",
                "create table a (user_id int, v int)",
                "create table b (user_id int, v int)",
                "insert into users values (1), (2)",
                "insert into a values (1, 10), (2, 20)",
                "insert into b values (1, 30), (2, 40)");
        Meeting meeting = new Meeting();
        Outputs outputs = Outputs.of(database, "key: Int")
                .and(dovetail -> dovetail.batchExecutor(executor)
                        .tables(JooqTableSource.of(
                                database.recorded(database.dsl().configuration().derive(meeting)))))
                .table("users", "User")
                .table("a", "A")
                .table("b", "B")
                .join(Outputs.userByKey("user").build(), of("a"), of("b"))
                .answering(Outputs.keys(1, 2));

        Outputs.Outcome outcome = outputs.select("{ user { a { v } b { v } } }");

        assertThat(outcome.data()).isEqualTo("[{user={a=[{v=10}], b=[{v=30}]}}, {user={a=[{v=20}], b=[{v=40}]}}]");
        assertThat(outcome.codes()).isEmpty();
    }

    private static ArrayRelationship of(String table) {
        return ArrayRelationship.named(table)
                .on("User")
                .references("public", table)
                .from("id")
                .to("user_id")
                .build();
    }

    /** The statements of the siblings wait for each other: one by one, they would wait in vain, and fail. */
    private static final class Meeting implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        private final transient CyclicBarrier both = new CyclicBarrier(2);

        @Override
        public void executeStart(ExecuteContext context) {
            String sql = String.valueOf(context.sql());
            if (sql.contains("\"a\"") || sql.contains("\"b\"")) {
                try {
                    both.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                    throw new IllegalStateException("The other statement did not begin", e);
                }
            }
        }
    }
}
