package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.Operator;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** How often a lookup waits for the server. */
final class LookupRoundTripsTest {

    @Test
    void lookup_repeated_waitsForTheServerOnce() throws SQLException {
        TestDatabase.with(LookupRequests.DDL);
        try (Connection connection = TestDatabase.server().dataSource().getConnection()) {
            JooqTableSource source = JooqTableSource.of(DSL.using(connection, SQLDialect.POSTGRES));
            LookupRequests requests = new LookupRequests(source);
            for (TableRequest request : List.of(
                    requests.of(RowSelection.ALL, 1),
                    requests.of(RowSelection.ALL, 1, 2, 3),
                    requests.of(requests.page(1, 2), 1),
                    requests.of(requests.page(1, 2), 1, 2, 3),
                    requests.of(requests.where(requests.comparison("body", Operator.EQ, "body 11")), 1),
                    requests.of(requests.where(requests.comparison("body", Operator.LIKE, "body%")), 1),
                    requests.of(requests.where(requests.comparison("id", Operator.IN, List.of(11, 12))), 1))) {
                for (int i = 0; i < 6; i++) { // from the fifth time on, the driver has it prepared
                    source.load(request);
                }

                assertThat(roundTrips(() -> source.load(request))).isOne();
            }
        }
    }

    /** As the driver logs them: the messages that it waits for an answer to. */
    private static int roundTrips(Runnable work) {
        AtomicInteger synchronisations = new AtomicInteger();
        Handler counter = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (entry.getMessage().contains("FE=> Sync")) {
                    synchronisations.incrementAndGet();
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("org.postgresql.core.v3");
        logger.setLevel(Level.FINEST);
        logger.setUseParentHandlers(false);
        logger.addHandler(counter);
        try {
            work.run();
        } finally {
            logger.removeHandler(counter);
            logger.setUseParentHandlers(true);
            logger.setLevel(null);
        }
        return synchronisations.get();
    }
}
