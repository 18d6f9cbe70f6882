package dev.dovetail.jooq;

import dev.dovetail.jooq.internal.standby.LogPosition;
import graphql.GraphQLContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in the write-ahead log of a primary: what was written before it must be seen by whoever brings it along.
 *
 * <p>For a client that wrote and now asks again. The host takes the position behind a mutation, gives its text to the client,
 * such as in a cookie that lasts some seconds, and puts what the client brings back into the context of its next requests,
 * under {@code WalPosition.class}. Their joins then read no standby that is further behind, see {@link
 * JooqTableSource.Builder#waitForStandby}.
 *
 * <pre>{@code
 * ExecutionResult result = graphql.execute(mutation);
 * cookie(tables.walPosition().toString());
 *
 * input.graphQLContext(Map.of(WalPosition.class, WalPosition.parse(cookie())));
 * }</pre>
 *
 * <p>The text is no secret, and is not signed: with a forged one, a client makes its own requests wait, and read the
 * primary. A position of other servers than these is a mistake of the host's, and fails the joins.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class WalPosition {

    /** What no standby ever comes to: it lets a request read the primary, and no other server. */
    public static final WalPosition PRIMARY = new WalPosition(LogPosition.PRIMARY);

    private static final String PRIMARY_TEXT = "primary";
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{1,16})\\.([0-9a-f]{1,15})");

    private final LogPosition position;

    private WalPosition(LogPosition position) {
        this.position = position;
    }

    static WalPosition of(LogPosition position) {
        return new WalPosition(position);
    }

    /**
     * Reads what {@link #toString()} gave.
     *
     * @throws IllegalArgumentException if the text is none of a position
     */
    public static WalPosition parse(String text) {
        if (text.equals(PRIMARY_TEXT)) {
            return PRIMARY;
        }
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("The text is none of a WAL position");
        }
        return new WalPosition(
                new LogPosition(Long.parseUnsignedLong(parts.group(1), 16), Long.parseLong(parts.group(2), 16)));
    }

    /** What a request brings along, or null. */
    static @Nullable LogPosition broughtBy(GraphQLContext context) {
        WalPosition brought = context.get(WalPosition.class);
        return brought == null ? null : brought.position;
    }

    LogPosition position() {
        return position;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WalPosition that && position.equals(that.position);
    }

    @Override
    public int hashCode() {
        return position.hashCode();
    }

    /** The text that {@link #parse} reads; made of letters, digits and a full stop. */
    @Override
    public String toString() {
        return equals(PRIMARY)
                ? PRIMARY_TEXT
                : Long.toHexString(position.system()) + "." + Long.toHexString(position.bytes());
    }
}
