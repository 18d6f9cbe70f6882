package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.webhook.Webhook;
import graphql.ExecutionResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies in every state; whatever becomes of them, the other fields of the request answer. */
final class WebhookBodiesTest {

    private static final String INVALID = "[action] webhook-answer-invalid: not a valid json response from webhook";
    private static final String UNREACHABLE = "[action] webhook-failed: http exception when calling webhook";
    private static final String TOO_LARGE = "[action] webhook-answer-too-large: the response from webhook is too large";

    @Test
    void body_thatIsCompressed_isRead() throws IOException {
        assertThat(text("Content-Encoding: gzip\r\n", gzip(utf8("\"grün\"")))).isEqualTo("grün");
        assertThat(text("Content-Encoding: Deflate\r\n", deflate(utf8("\"grün\""))))
                .isEqualTo("grün");
        assertThat(text("Content-Encoding: identity\r\n", utf8("\"grün\""))).isEqualTo("grün");
    }

    @ParameterizedTest
    @CsvSource({"iso-8859-1", "windows-1252", "UTF-16", "utf-8"})
    void body_inAnotherCharset_isRead(String charset) throws IOException {
        byte[] body = "\"grün\"".getBytes(Charset.forName(charset));

        assertThat(text("Content-Type: application/json; charset=" + charset + "\r\n", body))
                .isEqualTo("grün");
        assertThat(text("Content-Type: application/json;charset=\"" + charset + "\"; q=1\r\n", body))
                .isEqualTo("grün");
    }

    @Test
    void body_thatIsNotWhatItSays_isInvalid() throws IOException {
        byte[] latin = "\"grün\"".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(error("", latin)).isEqualTo(INVALID);
        assertThat(error("Content-Type: application/json; charset=nonsense\r\n", latin))
                .isEqualTo(INVALID);
        assertThat(error("Content-Encoding: gzip\r\n", utf8("\"plain\""))).isEqualTo(INVALID);
        assertThat(error("Content-Encoding: br\r\n", utf8("\"plain\""))).isEqualTo(INVALID);
        byte[] whole = gzip(utf8("\"grün\""));
        assertThat(error("Content-Encoding: gzip\r\n", java.util.Arrays.copyOf(whole, whole.length - 9)))
                .isEqualTo(INVALID);
    }

    @Test
    void noContent_isInvalid() throws IOException {
        try (RawService service = RawService.answering("HTTP/1.1 204 No Content\r\n\r\n", new byte[0])) {
            assertThat(error(service.uri(), webhook -> webhook)).isEqualTo(INVALID);
        }
    }

    @Test
    void body_thatIsTruncated_isAFailure() throws IOException {
        try (RawService service =
                RawService.answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", utf8("\"part"))) {
            assertThat(error(service.uri(), webhook -> webhook)).isEqualTo(UNREACHABLE);
        }
    }

    @Test
    void connection_thatIsReset_isAFailure() throws IOException {
        try (RawService service = RawService.resetting()) {
            assertThat(error(service.uri(), webhook -> webhook)).isEqualTo(UNREACHABLE);
        }
    }

    @Test
    void answer_thatIsNotHttp_isAFailure() throws IOException {
        try (RawService service = RawService.answering("SSH-2.0-OpenSSH_9.9\r\n", new byte[0])) {
            assertThat(error(service.uri(), webhook -> webhook)).isEqualTo(UNREACHABLE);
        }
    }

    @Test
    void body_thatIsTooLarge_isNotReadToItsEnd() {
        AtomicLong sent = new AtomicLong();
        try (RestService rest = RestService.handledBy(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(part);
                sent.addAndGet(part.length);
            }
        })) {
            assertThat(error(rest.uri(), webhook -> webhook.maxResponseBytes(1000)))
                    .isEqualTo(TOO_LARGE);
            assertThat(sent).hasValueLessThan(100L << 20);
        }
    }

    @Test
    void body_thatIsTooLargeOnlyDecompressed_isNotDecompressedToItsEnd() throws IOException {
        byte[] bomb = gzip(utf8("\"" + "x".repeat(1 << 24) + "\""));
        assertThat(bomb).hasSizeLessThan(20_000);
        try (RawService service =
                RawService.answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n", bomb)) {
            assertThat(error(service.uri(), webhook -> webhook.maxResponseBytes(20_000)))
                    .isEqualTo(TOO_LARGE);
        }
    }

    @Test
    void body_thatIsAsLargeAsItMayBe_isRead() throws IOException {
        byte[] body = utf8("\"" + "x".repeat(998) + "\"");
        for (String headers : new String[] {"", "Content-Encoding: gzip\r\n"}) {
            try (RawService service = RawService.answering(
                    "HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers + "\r\n",
                    headers.isEmpty() ? body : gzip(body))) {
                assertThat(answer(service.uri(), webhook -> webhook.maxResponseBytes(1000))
                                .getErrors())
                        .isEmpty();
            }
        }
    }

    @Test
    void limit_thatNoAnswerKeeps_isRefusedWhenItIsBuilt() {
        URI uri = URI.create("http://localhost/");

        assertThatThrownBy(() -> Webhook.post(uri).maxResponseBytes(0).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Webhook.post(uri).maxResponseBytes(1L << 31).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Object text(String headers, byte[] body) throws IOException {
        try (RawService service =
                RawService.answering("HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers + "\r\n", body)) {
            ExecutionResult result = answer(service.uri(), webhook -> webhook);
            assertThat(result.getErrors()).isEmpty();
            Map<String, Object> data = result.getData();
            return data.get("action");
        }
    }

    private static String error(String headers, byte[] body) throws IOException {
        try (RawService service =
                RawService.answering("HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers + "\r\n", body)) {
            return error(service.uri(), webhook -> webhook);
        }
    }

    private static String error(URI uri, UnaryOperator<Webhook.Builder> with) {
        try (Logged logged = new Logged()) {
            ExecutionResult result = answer(uri, with);
            Map<String, Object> data = result.getData();
            assertThat(data).containsEntry("other", "fine").containsEntry("action", null);
            assertThat(logged.lines()).hasSize(1);
            assertThat(result.getErrors()).hasSize(1);
            return Service.errors(result).get(0);
        }
    }

    private static ExecutionResult answer(URI uri, UnaryOperator<Webhook.Builder> with) {
        Dovetail dovetail = Dovetail.builder()
                .action(ActionDefinition.query("action")
                        .returns("String")
                        .handler(with.apply(Webhook.post(uri)).build())
                        .build())
                .action(ActionDefinition.query("other")
                        .returns("String")
                        .handler(call -> "fine")
                        .build())
                .build();
        return Service.of(dovetail, "type Query { version: String }").execute("{ action other }");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }
}
