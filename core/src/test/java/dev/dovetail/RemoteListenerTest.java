package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.listener.JoinFailure;
import graphql.ExecutionResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Loaders of the host's are listened to as tables are. */
final class RemoteListenerTest {

    private static final Map<String, Object> ONE = Map.of("id", "1", "ids", List.of("1", "2"));
    private static final Map<String, Object> TWO = Map.of("id", "2", "ids", List.of("2"));

    private final Profiles profiles = Profiles.ofOutputs(ONE, TWO, ONE);
    private final HeardJoins heard = new HeardJoins();

    @Test
    void call_isToldWithItsCounts() {
        listened().with(profiles.profile()).outputs("profile { email }");

        assertThat(heard.started()).singleElement().satisfies(join -> {
            assertThat(join.relationship()).isEqualTo("Output.profile");
            assertThat(join.table()).isNull();
            assertThat(join.keys()).isEqualTo(2);
            assertThat(join.shared()).isEqualTo(1);
        });
        assertThat(heard.finished()).singleElement().satisfies(result -> {
            assertThat(result.rows()).isEqualTo(2);
            assertThat(result.statements()).isEmpty();
        });
    }

    @Test
    void listOfKeys_countsEachKey() {
        listened().with(profiles.named("all").from("ids").returns("[Profile]")).outputs("all { email }");

        assertThat(heard.started())
                .extracting(join -> join.keys() + "+" + join.shared())
                .containsExactly("2+3");
    }

    @Test
    void keysThatFail_areCounted() {
        listened()
                .with(profiles.profile()
                        .loader(batch -> profiles.record(
                                batch,
                                key -> key.equals("1") ? new IllegalStateException("secret") : Map.of("email", "a"))))
                .service()
                .execute("{ outputs { profile { email } } }");

        assertThat(heard.finished()).singleElement().satisfies(result -> {
            assertThat(result.rows()).isEqualTo(1);
            assertThat(result.failedKeys()).isEqualTo(1);
        });
    }

    @Test
    void failure_isTold() {
        listened()
                .with(profiles.profile().loader(batch -> {
                    throw new IllegalStateException("secret");
                }))
                .service()
                .execute("{ outputs { profile { email } } }");

        assertThat(heard.failed()).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.REMOTE_LOOKUP_FAILED);
            assertThat(failure.cause()).isEqualTo(IllegalStateException.class);
        });
    }

    @Test
    void refusal_isTold() {
        listened()
                .with(profiles.profile().loader(batch -> {
                    throw new ActionException("not you");
                }))
                .service()
                .execute("{ outputs { profile { email } } }");

        assertThat(heard.failed()).extracting(JoinFailure::code).containsExactly(ErrorCode.ACTION_REJECTED);
    }

    @Test
    void trace_tellsWhereLoadersAnswered() {
        ExecutionResult result = profiles.with(profiles.profile())
                .and(dovetail -> dovetail.joinTrace(context -> true))
                .service()
                .execute("{ outputs { profile { email } mine: profile { id } } }");

        assertThat(result.getErrors()).isEmpty();
        assertThat(result.getExtensions())
                .asString()
                .contains("relationship=Output.profile, paths=[outputs.mine, outputs.profile], keys=2, shared=4");
    }

    private Profiles listened() {
        return profiles.and(dovetail -> dovetail.listener(heard));
    }
}
