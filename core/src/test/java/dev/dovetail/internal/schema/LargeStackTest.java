package dev.dovetail.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class LargeStackTest {

    @Test
    void call_ofDeepRecursion_givesItsResult() {
        assertThat(LargeStack.call(() -> depth(200_000))).isEqualTo(200_000);
    }

    private static int depth(int wanted) {
        return wanted == 0 ? 0 : 1 + depth(wanted - 1);
    }

    @Test
    void call_ofWorkThatFails_throwsTheSame() {
        IllegalStateException exception = new IllegalStateException("broken");
        Error error = new LinkageError("more broken");

        assertThatThrownBy(() -> LargeStack.call(() -> {
                    throw exception;
                }))
                .isSameAs(exception);
        assertThatThrownBy(() -> LargeStack.call(() -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void call_onAnInterruptedThread_endsAndKeepsTheInterrupt() {
        Thread.currentThread().interrupt();

        assertThat(LargeStack.call(() -> "done")).isEqualTo("done");

        assertThat(Thread.interrupted()).isTrue();
    }
}
