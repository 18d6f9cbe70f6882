package dev.dovetail.jooq;

import dev.dovetail.async.AsyncActionClaim;
import dev.dovetail.async.AsyncActionRequest;
import dev.dovetail.async.AsyncActionState;
import dev.dovetail.async.AsyncActionStatus;
import dev.dovetail.async.AsyncActionStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.Name;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the calls of asynchronous actions in a table of PostgreSQL, version 13 or later.
 *
 * <p>The table is made by the statements of {@link #ddl()}, best by the host's own migrations. A call is part of the
 * transaction in which the {@link DSLContext} runs; workers see it when that has been committed. It holds arguments,
 * outputs and callers' sessions: guard it as these are to be guarded.
 *
 * <pre>{@code
 * JooqAsyncActions store = JooqAsyncActions.of(dsl);
 * Dovetail dovetail = Dovetail.builder().asyncActions(store) ... .build();
 * AsyncActionWorker worker = dovetail.asyncActionWorker().start();
 * }</pre>
 *
 * <p><b>Thread-safety:</b> immutable, and as safe as the {@code DSLContext}, which must not be bound to one connection.
 */
public final class JooqAsyncActions implements AsyncActionStore {

    private static final String TABLE = "dovetail_async_action";

    private final DSLContext dsl;
    private final Table<Record> table;

    private JooqAsyncActions(DSLContext dsl, Name table) {
        if (dsl.family() != SQLDialect.POSTGRES) {
            throw new UnsupportedOperationException("The queue of asynchronous actions needs PostgreSQL, not "
                    + dsl.family().getName());
        }
        this.dsl = dsl;
        this.table = DSL.table(table);
    }

    /**
     * The table of the schema that the connection's search path finds first.
     *
     * @throws UnsupportedOperationException if the database is not PostgreSQL
     */
    public static JooqAsyncActions of(DSLContext dsl) {
        return new JooqAsyncActions(dsl, DSL.name(TABLE));
    }

    /**
     * The table of one schema.
     *
     * @throws UnsupportedOperationException if the database is not PostgreSQL
     */
    public static JooqAsyncActions of(DSLContext dsl, String schema) {
        return new JooqAsyncActions(dsl, DSL.name(schema, TABLE));
    }

    /** The statements that make the table and its indexes, for the host's migrations; they name no schema. */
    public static String ddl() {
        try (InputStream text = JooqAsyncActions.class.getResourceAsStream("async-actions.sql")) {
            return new String(Objects.requireNonNull(text, "async-actions.sql").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public UUID enqueue(AsyncActionRequest request) {
        UUID id = UUID.randomUUID();
        dsl.execute(
                "insert into {0} (id, action, arguments, session, headers) values ({1}, {2}, {3}, {4}, {5})",
                table,
                DSL.val(id),
                DSL.val(request.action()),
                json(request.arguments()),
                json(request.session()),
                json(request.headers()));
        return id;
    }

    @Override
    public @Nullable AsyncActionState find(UUID id) {
        Record row = dsl.fetchOne(
                "select action, session, created_at, status, output, errors from {0} where id = {1}",
                table, DSL.val(id));
        return row == null
                ? null
                : new AsyncActionState(
                        required(row, "action", String.class),
                        required(row, "session", String.class),
                        required(row, "created_at", OffsetDateTime.class).toInstant(),
                        AsyncActionStatus.valueOf(
                                required(row, "status", String.class).toUpperCase(Locale.ROOT)),
                        row.get("output", String.class),
                        row.get("errors", String.class));
    }

    @Override
    public List<AsyncActionClaim> claim(Collection<String> actions, int most, Duration lease) {
        return dsl.fetch(
                        "with due as materialized ("
                                + "select id from {0} where status in ('queued', 'running') and due_at <= now()"
                                + " and action = any({1}) order by due_at limit {2} for update skip locked)"
                                + " update {0} as call set status = 'running', attempts = attempts + 1,"
                                + " lease = gen_random_uuid(), leased_at = now(), due_at = now() + {3}"
                                + " from due where call.id = due.id"
                                + " returning call.id, action, arguments, session, headers, attempts, lease, leased_at,"
                                + " due_at, (extract(epoch from now() - created_at) * 1000)::bigint as age",
                        table, DSL.val(actions.toArray(String[]::new)), DSL.val(most), interval(lease))
                .map(JooqAsyncActions::claimed);
    }

    private static AsyncActionClaim claimed(Record row) {
        return new AsyncActionClaim(
                required(row, "id", UUID.class),
                required(row, "lease", UUID.class),
                required(row, "attempts", Integer.class),
                required(row, "leased_at", OffsetDateTime.class).toInstant(),
                required(row, "due_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(required(row, "age", Long.class)),
                new AsyncActionRequest(
                        required(row, "action", String.class),
                        required(row, "arguments", String.class),
                        required(row, "session", String.class),
                        row.get("headers", String.class)));
    }

    @Override
    public Set<UUID> renew(Collection<UUID> leases, Duration lease) {
        return new HashSet<>(dsl.fetch(
                        "update {0} set due_at = now() + {1} where lease = any({2}) returning lease",
                        table, interval(lease), DSL.val(leases.toArray(UUID[]::new)))
                .getValues("lease", UUID.class));
    }

    @Override
    public boolean finish(UUID lease, AsyncActionStatus status, @Nullable String output, @Nullable String errors) {
        int rows = dsl.execute(
                "update {0} set status = {1}, output = {2}, errors = {3}, headers = null, lease = null,"
                        + " finished_at = now() where lease = {4}",
                table, DSL.val(status.name().toLowerCase(Locale.ROOT)), json(output), json(errors), DSL.val(lease));
        return rows > 0;
    }

    @Override
    public boolean retry(UUID lease, Duration delay) {
        int rows = dsl.execute(
                "update {0} set status = 'queued', lease = null, due_at = now() + {1} where lease = {2}",
                table, interval(delay), DSL.val(lease));
        return rows > 0;
    }

    @Override
    public boolean release(UUID lease) {
        int rows = dsl.execute(
                "update {0} set status = 'queued', lease = null, due_at = now(), attempts = attempts - 1"
                        + " where lease = {1}",
                table, DSL.val(lease));
        return rows > 0;
    }

    @Override
    public boolean cancel(UUID id) {
        int rows = dsl.execute(
                "update {0} set status = 'cancelled', headers = null, lease = null, finished_at = now()"
                        + " where id = {1} and status in ('queued', 'running')",
                table, DSL.val(id));
        return rows > 0;
    }

    /**
     * Deletes the calls that ended longer ago than this, dead letters too. Nothing is deleted unless the host says so.
     *
     * @return how many there were
     */
    public int deleteFinished(Duration age) {
        return dsl.execute("delete from {0} where finished_at < now() - {1}", table, interval(age));
    }

    private static org.jooq.Field<?> interval(Duration duration) {
        return DSL.field("make_interval(secs => {0})", Object.class, DSL.val(duration.toMillis() / 1000.0));
    }

    private static Param<JSON> json(@Nullable String text) {
        return DSL.val(text == null ? null : JSON.json(text), JSON.class);
    }

    private static <T> T required(Record row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
