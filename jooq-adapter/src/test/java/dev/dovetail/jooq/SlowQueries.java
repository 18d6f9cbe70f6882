package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jooq.DSLContext;

/** Queries that sleep on a server. */
final class SlowQueries {

    private SlowQueries() {}

    /** Waits until there is one. */
    static void await(DSLContext server) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (server.fetchSingle("select count(*) from pg_stat_activity where wait_event = 'PgSleep'")
                        .into(long.class)
                == 0) {
            assertThat(System.nanoTime()).as("a query sleeps").isLessThan(end);
        }
    }
}
