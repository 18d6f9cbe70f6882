package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.postgres.LocalPostgres;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** A real primary and two real standbys, and the statements that jOOQ sent to each. */
final class Replicas {

    private static final LocalPostgres PRIMARY = LocalPostgres.start();
    private static final LocalPostgres FIRST = PRIMARY.startStandby();
    private static final LocalPostgres SECOND = PRIMARY.startStandby();

    private final Replica primary = new Replica(PRIMARY);
    private final List<Replica> standbys = List.of(new Replica(FIRST), new Replica(SECOND));

    /** Running servers with an empty database, in which these statements were run. */
    static Replicas with(String... ddl) {
        Replicas replicas = new Replicas();
        replicas.primary.start();
        replicas.standbys.forEach(Replica::start);
        replicas.standbys.forEach(Replica::resume);
        replicas.primary.run("drop schema if exists public cascade", "create schema public");
        replicas.primary.run(ddl);
        replicas.settle();
        return replicas;
    }

    Replica primary() {
        return primary;
    }

    Replica standby(int number) {
        return standbys.get(number);
    }

    /** Waits until the standbys have all that the primary has. */
    void settle() {
        standbys.forEach(this::settle);
    }

    void settle(Replica standby) {
        // flushes what was written before it
        primary.run("select pg_logical_emit_message(true, 'settle', '')");
        Object written = primary.plain.fetchValue("select pg_current_wal_flush_lsn()::text");
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Boolean.TRUE.equals(
                standby.plain.fetchValue("select pg_last_wal_replay_lsn() >= '" + written + "'::pg_lsn"))) {
            assertThat(System.nanoTime()).as("the standby follows").isLessThan(end);
        }
    }

    /** How many statements each server was sent since the last call: the primary, and the standbys. */
    List<Integer> counts() {
        return List.of(
                primary.statements().size(),
                standby(0).statements().size(),
                standby(1).statements().size());
    }

    /** One of the servers. */
    static final class Replica {

        private final LocalPostgres server;
        private final List<String> statements = new CopyOnWriteArrayList<>();
        private final DSLContext plain;
        private final DSLContext recorded;

        Replica(LocalPostgres server) {
            this.server = server;
            this.plain = DSL.using(server.dataSource(), SQLDialect.POSTGRES);
            this.recorded = over(server.dataSource());
        }

        /** What Dovetail is given: every statement through it is recorded. */
        DSLContext dsl() {
            return recorded;
        }

        /** The same over connections of the test's own. */
        DSLContext over(DataSource connections) {
            return DSL.using(new DefaultConfiguration()
                    .set(connections)
                    .set(SQLDialect.POSTGRES)
                    .derive(new Recorder()));
        }

        /** Does not record its statements. */
        DSLContext plain() {
            return plain;
        }

        LocalPostgres server() {
            return server;
        }

        void run(String... sql) {
            for (String statement : sql) {
                plain.execute(statement);
            }
        }

        /** The statements since the last call of this method. */
        List<String> statements() {
            List<String> seen = List.copyOf(statements);
            statements.clear();
            return seen;
        }

        void stop() {
            server.stop();
        }

        /** Lets a standby fall behind. */
        void pause() {
            run("select pg_wal_replay_pause()");
            while (!"paused".equals(plain.fetchValue("select pg_get_wal_replay_pause_state()"))) {
                Thread.onSpinWait();
            }
        }

        void resume() {
            run("select pg_wal_replay_resume()");
        }

        private void start() {
            try {
                run("select 1");
            } catch (RuntimeException e) {
                server.restart();
            }
        }

        private final class Recorder implements ExecuteListener {

            private static final long serialVersionUID = 1L;

            @Override
            public void executeStart(ExecuteContext context) {
                statements.add(String.valueOf(context.sql()));
            }
        }
    }
}
