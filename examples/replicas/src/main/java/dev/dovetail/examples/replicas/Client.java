package dev.dovetail.examples.replicas;

import dev.dovetail.jooq.WalPosition;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A client with an account of its own, which nobody else writes: it knows what must be found there. It writes each version
 * once, and reads it back in the same request and in the next one. Others read the account without bringing anything along.
 */
final class Client {

    private static final long LONGEST_SECONDS = 20;

    private final int account;
    private final GraphQL graphQL;
    private final Supplier<@Nullable WalPosition> position;
    private final Tally tally;
    private volatile int tried;
    private int confirmed;
    private @Nullable WalPosition kept;

    /**
     * @param position asked behind each write that is confirmed, for what the next requests bring along
     */
    Client(int account, GraphQL graphQL, Supplier<@Nullable WalPosition> position, Tally tally) {
        this.account = account;
        this.graphQL = graphQL;
        this.position = position;
        this.tally = tally;
    }

    /** Writes, and reads what it wrote. For one thread. */
    void writeAndRead() {
        tally.add(Kind.WRITE, write());
        tally.add(Kind.READ_AFTER_WRITE, read(kept, confirmed));
    }

    /** Reads as somebody else. */
    void read() {
        tally.add(Kind.READ, read(null, 0));
    }

    /** Looks whether what was confirmed is there in the end. */
    void lookAt(DSLContext primary) {
        int version = primary.fetchSingle("select version from accounts where id = ?", account)
                .into(int.class);
        if (version < confirmed || version > tried) {
            tally.add(Kind.WRITE, Verdict.LOST);
        }
    }

    private Verdict write() {
        int version = tried + 1;
        tried = version;
        ExecutionResult result = execute(Accounts.WRITE, Map.of("id", account, "version", version), null);
        Map<String, Object> output = output(result, "write");
        if (output == null) {
            return unanswered(result); // written or not
        }
        confirmed = version;
        kept = position.get();
        return verdict(result, output, version);
    }

    private Verdict read(@Nullable WalPosition brought, int atLeast) {
        ExecutionResult result = execute(Accounts.READ, Map.of("id", account), brought);
        Map<String, Object> output = output(result, "read");
        return output == null ? unanswered(result) : verdict(result, output, atLeast);
    }

    private Verdict verdict(@Nullable ExecutionResult result, Map<String, Object> output, int atLeast) {
        if (!(output.get("account") instanceof Map<?, ?> row)) {
            return unanswered(result);
        }
        int version = row.get("version") instanceof Integer number ? number : -1;
        if (version < 0 || version > tried) {
            return Verdict.WRONG;
        }
        return version < atLeast ? Verdict.STALE : Verdict.RIGHT;
    }

    /** A null must be explained. */
    private static Verdict unanswered(@Nullable ExecutionResult result) {
        if (result == null) {
            return Verdict.LOST;
        }
        boolean coded = !result.getErrors().isEmpty()
                && result.getErrors().stream()
                        .allMatch(error -> error.getExtensions() != null
                                && error.getExtensions().get("code") instanceof String);
        return coded ? Verdict.CODED_ERROR : Verdict.WRONG;
    }

    @SuppressWarnings("unchecked") // GraphQL's own form of an object
    private static @Nullable Map<String, Object> output(@Nullable ExecutionResult result, String field) {
        Map<String, Object> data = result == null ? null : result.getData();
        return data == null ? null : (Map<String, Object>) data.get(field);
    }

    /** Null if there is no answer. */
    private @Nullable ExecutionResult execute(
            String document, Map<String, Object> variables, @Nullable WalPosition brought) {
        ExecutionInput input = ExecutionInput.newExecutionInput(document)
                .variables(variables)
                .graphQLContext(brought == null ? Map.of() : Map.of(WalPosition.class, brought))
                .build();
        try {
            return graphQL.executeAsync(input).get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
