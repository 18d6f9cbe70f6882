package dev.dovetail.examples.springboot;

import dev.dovetail.jooq.JooqTableSource;
import dev.dovetail.jooq.RoundTrips;
import dev.dovetail.table.TableSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The statements that the application sends, its own and those of the joins, and what their threads are bound to. */
@TestConfiguration(proxyBeanMethods = false)
class SqlRecorder {

    private final List<Statement> statements = new CopyOnWriteArrayList<>();

    /**
     * One statement.
     *
     * @param caller who called, as the security context says
     * @param request what request this is, as the MDC says
     */
    record Statement(
            String sql,
            String thread,
            boolean inTransaction,
            @Nullable String caller,
            @Nullable String request) {}

    @Bean
    ExecuteListenerProvider recording() {
        return new DefaultExecuteListenerProvider(ExecuteListener.onExecuteStart(this::record));
    }

    /** The number of statements must not depend on how fast the machine is. */
    @Bean
    @Primary
    TableSource tablesOneByOne(DSLContext dsl) {
        return JooqTableSource.on(dsl)
                .roundTrips(RoundTrips.ONE_PER_RELATIONSHIP)
                .build();
    }

    private void record(ExecuteContext context) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        statements.add(new Statement(
                String.valueOf(context.sql()),
                Thread.currentThread().getName(),
                TransactionSynchronizationManager.isActualTransactionActive(),
                caller == null ? null : caller.getName(),
                MDC.get(RequestIds.KEY)));
    }

    /** All since the last call. */
    List<Statement> statements() {
        List<Statement> seen = List.copyOf(statements);
        statements.clear();
        return seen;
    }

    /** The lookups since the last call. */
    List<Statement> selects() {
        return statements().stream()
                .filter(statement -> statement.sql().startsWith("select"))
                // reads the catalog again after a table has changed
                .filter(statement -> !statement.thread().equals("dovetail-catalog"))
                .toList();
    }
}
