package dev.dovetail.webhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a webhook answered.
 *
 * <p><b>Thread-safety:</b> immutable, as long as nobody changes the body's array.
 */
public final class WebhookResponse {

    /** Decimals keep every digit. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    WebhookResponse(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The headers as the service wrote them, {@code Set-Cookie} among them, by names in any case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The first header of a name, in any case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body's bytes, decompressed, and in UTF-8 if the service said that it wrote in another charset. */
    public byte[] body() {
        return body;
    }

    /**
     * The body as maps, lists and scalars; decimals and large integers keep every digit.
     *
     * @throws JacksonException if it is not JSON
     */
    public @Nullable Object json() {
        return MAPPER.readValue(body, Object.class);
    }

    /** The same with another status. */
    public WebhookResponse withStatus(int other) {
        return new WebhookResponse(other, headers, body);
    }

    /** The same with a value as its JSON body. */
    public WebhookResponse withJson(@Nullable Object value) {
        return new WebhookResponse(status, headers, MAPPER.writeValueAsBytes(value));
    }
}
