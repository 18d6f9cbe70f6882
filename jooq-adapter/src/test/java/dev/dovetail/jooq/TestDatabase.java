package dev.dovetail.jooq;

import dev.dovetail.examples.postgres.LocalPostgres;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** One real PostgreSQL for all tests of this module, and the statements that jOOQ sent to it. */
final class TestDatabase {

    private static final LocalPostgres POSTGRES = LocalPostgres.start();

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final DSLContext plain = DSL.using(POSTGRES.dataSource(), SQLDialect.POSTGRES);

    /** What Dovetail is given: every statement through it is recorded. */
    private final DSLContext recorded =
            recorded(new DefaultConfiguration().set(POSTGRES.dataSource()).set(SQLDialect.POSTGRES));

    /** An empty database, with these statements run in it. */
    static TestDatabase with(String... ddl) {
        TestDatabase database = new TestDatabase();
        database.run(
                "drop schema if exists public cascade", "create schema public", "drop schema if exists shop cascade");
        database.run(ddl);
        return database;
    }

    static LocalPostgres server() {
        return POSTGRES;
    }

    /** Runs statements without recording them. */
    void run(String... sql) {
        for (String statement : sql) {
            plain.execute(statement);
        }
    }

    DSLContext plain() {
        return plain;
    }

    DSLContext dsl() {
        return recorded;
    }

    /** A context over a configuration of the test's own, whose statements are recorded as well. */
    DSLContext recorded(org.jooq.Configuration configuration) {
        return DSL.using(configuration.derive(new Recorder()));
    }

    /** The statements since the last call of this method, or of {@link #forget}. */
    List<String> statements() {
        List<String> seen = List.copyOf(statements);
        statements.clear();
        return seen;
    }

    void forget() {
        statements.clear();
    }

    private final class Recorder implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void executeStart(ExecuteContext context) {
            statements.add(String.valueOf(context.sql()));
        }
    }
}
