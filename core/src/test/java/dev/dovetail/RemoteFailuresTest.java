package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.RemoteLoader;
import dev.dovetail.error.ActionException;
import graphql.ExecutionResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A loader that fails is a coded error of each field that waits for it, and nothing hangs. */
final class RemoteFailuresTest {

    private static final String NEUTRAL = "remote-lookup-failed: The lookup of relationship Output.profile failed";

    private final Profiles profiles = Profiles.ofOutputs(Map.of("id", "a"), Map.of("id", "b"), Map.of());

    @Test
    void loaderThatThrows_failsEachFieldNeutrallyAndLogsOnce() {
        assertFailed("secret", batch -> {
            throw new Exception("secret");
        });
    }

    @Test
    void loaderThatThrowsAnError_failsEachFieldAndLeavesNobodyWaiting() {
        assertFailed("secret", batch -> {
            throw new NoClassDefFoundError("secret");
        });
    }

    @Test
    void loaderThatCompletesExceptionally_failsEachField() {
        assertFailed(
                "secret",
                batch -> CompletableFuture.supplyAsync(
                        () -> {
                            throw new IllegalStateException("secret");
                        },
                        late()));
    }

    @Test
    void loaderThatGivesNoMap_failsEachField() {
        assertFailed("The loader gave no map", batch -> CompletableFuture.completedFuture(null));
    }

    @Test
    void loaderThatGivesNoStage_failsEachField() {
        assertThat(Service.errors(ask(batch -> null)))
                .containsExactly("[outputs, 0, profile] " + NEUTRAL, "[outputs, 1, profile] " + NEUTRAL);
    }

    @Test
    void loaderThatIsInterrupted_failsEachFieldAndStaysInterrupted() {
        ExecutionResult result = ask(batch -> {
            throw new InterruptedException();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Service.errors(result))
                .containsExactly("[outputs, 0, profile] " + NEUTRAL, "[outputs, 1, profile] " + NEUTRAL);
    }

    @Test
    void refusal_ofTheLoader_isTheErrorOfEachField() {
        try (Logged logged = new Logged()) {
            ExecutionResult result = ask(batch -> CompletableFuture.failedFuture(
                    new ActionException("Ask later", Map.of("code", "too-many", "after", 5))));

            assertThat(Service.errors(result))
                    .containsExactly(
                            "[outputs, 0, profile] too-many: Ask later", "[outputs, 1, profile] too-many: Ask later");
            assertThat(result.getErrors())
                    .allSatisfy(error -> assertThat(error.getExtensions()).containsEntry("after", 5));
            assertThat(logged.lines()).isEmpty();
        }
    }

    @Test
    void exception_asAValue_isTheErrorOfThatKeyAlone() {
        Map<Object, Object> values = new HashMap<>();
        values.put("a", new ActionException("Not for you", Map.of("code", "private")));
        values.put("b", Map.of("email", "b"));
        values.put("c", new IllegalStateException("secret"));
        Profiles three = Profiles.ofOutputs(
                Map.of("id", "a"), Map.of("id", "b"), Map.of("id", "c"), Map.of("ids", List.of("b", "a")));

        try (Logged logged = new Logged()) {
            ExecutionResult result = three.with(three.profile().loader(batch -> values))
                    .with(three.named("list").from("ids").returns("[Profile]").loader(batch -> values))
                    .service()
                    .execute("{ outputs { profile { email } list { email } } }");

            assertThat(String.valueOf(result.<Map<String, Object>>getData().get("outputs")))
                    .isEqualTo("[{profile=null, list=[]}, {profile={email=b}, list=[]},"
                            + " {profile=null, list=[]}, {profile=null, list=null}]");
            assertThat(Service.errors(result))
                    .containsExactlyInAnyOrder(
                            "[outputs, 0, profile] private: Not for you",
                            "[outputs, 2, profile] " + NEUTRAL,
                            "[outputs, 3, list] private: Not for you");
            assertThat(logged.lines())
                    .containsExactly("ERROR Relationship Output.profile: the loader failed for 1 of 3 key(s)");
            assertThat(logged.causes()).containsExactly("secret");
        }
    }

    @Test
    void key_thatCannotBeRead_failsAlone() {
        record Other(String key) {}
        Profiles mixed = Profiles.ofOutputs(new Other("x"), Map.of("id", "a"), new Listless());

        ExecutionResult result = mixed.with(mixed.profile())
                .with(mixed.named("list").from("ids").returns("[Profile]"))
                .service()
                .execute("{ outputs { profile { email } list { email } } }");

        assertThat(Service.errors(result))
                .containsExactlyInAnyOrder(
                        "[outputs, 0, profile] join-key-unreadable: "
                                + "The object that is joined has no readable property 'id'",
                        "[outputs, 0, list] join-key-unreadable: "
                                + "The object that is joined has no readable property 'ids'",
                        "[outputs, 2, list] join-key-invalid: Relationship Output.list has keys that are no list");
        assertThat(mixed.keys()).containsExactly(List.of("a"));
    }

    /** A bean, whose properties nobody looks at before. */
    private static final class Listless {

        @SuppressWarnings("unused") // read by Dovetail
        public @Nullable String getId() {
            return null;
        }

        @SuppressWarnings("unused") // read by Dovetail
        public String getIds() {
            return "no list";
        }
    }

    @Test
    void executor_thatRefuses_failsEachField() {
        profiles.and(dovetail -> dovetail.batchExecutor(task -> {
            throw new RejectedExecutionException("full");
        }));

        assertFailed("full", batch -> CompletableFuture.completedFuture(profiles.emails(batch)));
    }

    @Test
    void executor_ofTheHosts_callsTheLoader() {
        List<String> threads = new CopyOnWriteArrayList<>();
        Executor named = task -> new Thread(task, "lookups").start();

        assertThat(profiles.with(profiles.profile().loader(batch -> {
                            threads.add(Thread.currentThread().getName());
                            return profiles.emails(batch);
                        }))
                        .and(dovetail -> dovetail.batchExecutor(named))
                        .outputs("profile { email }"))
                .isEqualTo("[{profile={email=a@example.com}}, {profile={email=b@example.com}}, {profile=null}]");
        assertThat(threads).containsExactly("lookups");
    }

    /** Each level waits for the one above it, and each completes in another thread. */
    @Test
    void loaders_thatAnswerLate_areBatchedLevelByLevel() {
        Profiles late = Profiles.ofOutputs(
                IntStream.range(0, 5).mapToObj(i -> Map.of("id", "k" + i)).toArray());
        late.with(late.profile()
                        .asyncLoader(batch -> CompletableFuture.supplyAsync(
                                () -> late.record(batch, key -> Map.of("id", key + "+")), late())))
                .with(late.named("next")
                        .on("Profile")
                        .asyncLoader(batch -> CompletableFuture.supplyAsync(
                                () -> late.record(batch, key -> Map.of("id", key + "+")), late())));

        String selection = "profile { next { next { id } } }";

        assertThat(late.outputs(selection))
                .startsWith("[{profile={next={next={id=k0+++}}}}, {profile={next={next={id=k1+++}}}}");
        assertThat(late.keys())
                .containsExactly(
                        List.of("k0", "k1", "k2", "k3", "k4"),
                        List.of("k0+", "k1+", "k2+", "k3+", "k4+"),
                        List.of("k0++", "k1++", "k2++", "k3++", "k4++"));
    }

    private static Executor late() {
        return CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);
    }

    private void assertFailed(String cause, RemoteLoader.Async loader) {
        try (Logged logged = new Logged()) {
            ExecutionResult result = ask(loader);

            assertThat(String.valueOf(result.<Map<String, Object>>getData().get("outputs")))
                    .isEqualTo("[{profile=null}, {profile=null}, {profile=null}]");
            assertThat(Service.errors(result))
                    .containsExactly("[outputs, 0, profile] " + NEUTRAL, "[outputs, 1, profile] " + NEUTRAL);
            assertThat(logged.lines())
                    .containsExactly("ERROR Relationship Output.profile: the loader failed for 2 key(s)");
            assertThat(logged.causes()).containsExactly(cause);
        }
    }

    private ExecutionResult ask(RemoteLoader.Async loader) {
        return profiles.with(profiles.profile().asyncLoader(loader))
                .service()
                .execute("{ outputs { profile { email } } }");
    }
}
