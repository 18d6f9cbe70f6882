package dev.dovetail.jooq.internal.sqlite;

import dev.dovetail.jooq.internal.dialect.Fault;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Why statements fail. SQLite has no states; what is wrong with a statement it says in words alone. */
final class SqliteFaults {

    private static final int ERROR = 1;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int INTERRUPT = 9;
    private static final int IO = 10;
    private static final int CANNOT_OPEN = 14;
    private static final int TOO_BIG = 18;

    private SqliteFaults() {}

    static Fault of(SQLException failure) {
        // what stands above the lowest byte says more precisely what the byte says
        return switch (failure.getErrorCode() & 0xff) {
            case ERROR -> ofMessage(String.valueOf(failure.getMessage()));
            case BUSY, LOCKED, INTERRUPT, IO, CANNOT_OPEN -> Fault.UNAVAILABLE;
            case TOO_BIG -> Fault.INVALID_VALUE;
            default -> Fault.OTHER;
        };
    }

    private static Fault ofMessage(String message) {
        if (Stream.of("(no such table: ", "(no such column: ").anyMatch(message::contains)) {
            return Fault.TABLE_CHANGED;
        }
        return message.contains("pattern too complex") ? Fault.INVALID_VALUE : Fault.OTHER;
    }
}
