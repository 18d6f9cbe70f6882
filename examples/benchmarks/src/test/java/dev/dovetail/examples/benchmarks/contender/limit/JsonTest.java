package dev.dovetail.examples.benchmarks.contender.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class JsonTest {

    private final Json json = new Json();

    private String written() {
        return new String(json.toBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void text_whateverItHas_isReadBack() {
        String text = "plain \"quoted\" back\\slash\n\u0001 é € 😀";

        json.text(text);

        assertThat(JsonMapper.shared().readValue(json.toBytes(), String.class)).isEqualTo(text);
    }

    @Test
    void number_anyLong_isWritten() {
        for (long each : new long[] {0, 7, 10, 2_147_483_647L, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            json.clear().number(each);

            assertThat(written()).isEqualTo(Long.toString(each));
        }
    }

    @Test
    void time_anyOffset_isUtcToTheMillisecond() {
        json.time(OffsetDateTime.parse("2024-03-01T01:02:03.0456+02:00"));

        assertThat(written()).isEqualTo("\"2024-02-29T23:02:03.045Z\"");
    }

    @Test
    void text_longerThanTheBuffer_growsIt() {
        String text = "x".repeat(200_000);

        json.raw("[").text(text).raw("]");

        assertThat(written()).isEqualTo("[\"" + text + "\"]");
    }
}
