package dev.dovetail.jooq.internal.lookup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets lookups that share a connection take turns, as those of a transaction do that run on an executor: between savepoints of
 * each other, one would undo what the other does, and leave its caller's role to the host.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
final class ConnectionTurns {

    static final ConnectionTurns SHARED = new ConnectionTurns();

    private final Map<Same, Turn> turns = new ConcurrentHashMap<>();

    private ConnectionTurns() {}

    /** Runs when no other lookup uses the connection. */
    <T> T take(Connection connection, ConnectionWork<T> work) throws SQLException {
        Same key = new Same(connection);
        Turn turn = turns.compute(key, (same, known) -> Turn.joined(known));
        turn.lock().lock();
        try {
            return work.run();
        } finally {
            turn.lock().unlock();
            turns.computeIfPresent(key, (same, known) -> known.left());
        }
    }

    /** One connection, however it may compare itself. */
    private record Same(Connection connection) {

        @Override
        @SuppressWarnings("ReferenceEquality") // identity is what is meant
        public boolean equals(@Nullable Object other) {
            return other instanceof Same that && connection == that.connection;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(connection);
        }
    }

    /**
     * The turn of a connection.
     *
     * @param lookups that have it or wait for it
     */
    private record Turn(ReentrantLock lock, int lookups) {

        static Turn joined(@Nullable Turn known) {
            return known == null ? new Turn(new ReentrantLock(), 1) : new Turn(known.lock, known.lookups + 1);
        }

        @Nullable
        Turn left() {
            return lookups == 1 ? null : new Turn(lock, lookups - 1);
        }
    }
}
