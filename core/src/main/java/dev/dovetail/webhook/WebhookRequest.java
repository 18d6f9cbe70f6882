package dev.dovetail.webhook;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a webhook is sent. A {@linkplain Webhook.Builder#transformRequest(java.util.function.BiFunction) transform} makes
 * another of it, for services that do not speak the protocol of Hasura's actions:
 *
 * <pre>{@code
 * Webhook.post(URI.create("http://localhost:8090/users"))
 *     .transformRequest((request, call) -> request.withJson(call.arguments()))
 *     .build();
 * }</pre>
 *
 * <p><b>Thread-safety:</b> immutable, as long as nobody changes the body's array.
 */
public final class WebhookRequest {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String CONTENT_TYPE = "Content-Type";

    private final String method;
    private final URI uri;
    private final Map<String, List<String>> headers;
    private final byte @Nullable [] body;

    WebhookRequest(String method, URI uri, Map<String, List<String>> headers, byte @Nullable [] body) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
    }

    /** The HTTP method, {@code POST} unless it was changed. */
    public String method() {
        return method;
    }

    /** Where it goes. */
    public URI uri() {
        return uri;
    }

    /** The headers, by names in any case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The body's bytes, or null when there is none. */
    public byte @Nullable [] body() {
        return body;
    }

    /** The same with another method, for instance {@code GET}. */
    public WebhookRequest withMethod(String other) {
        return new WebhookRequest(Objects.requireNonNull(other, "other"), uri, headers, body);
    }

    /** The same to another address. */
    public WebhookRequest withUri(URI other) {
        return new WebhookRequest(method, Objects.requireNonNull(other, "other"), headers, body);
    }

    /** The same with one header more, in place of any of that name. */
    public WebhookRequest withHeader(String name, String value) {
        return withHeader(name, List.of(value));
    }

    /** The same without a header. */
    public WebhookRequest withoutHeader(String name) {
        return withHeader(name, List.of());
    }

    /** The same with a value as its JSON body: a map, list, record, bean, scalar or null. */
    public WebhookRequest withJson(@Nullable Object value) {
        return withBody("application/json", MAPPER.writeValueAsBytes(value));
    }

    /** The same with the body of an HTML form. */
    public WebhookRequest withForm(Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return withBody("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with any body. */
    public WebhookRequest withBody(String contentType, byte[] bytes) {
        WebhookRequest typed = withHeader(CONTENT_TYPE, contentType);
        return new WebhookRequest(method, uri, typed.headers, bytes);
    }

    /** The same without a body. */
    public WebhookRequest withoutBody() {
        return new WebhookRequest(method, uri, withoutHeader(CONTENT_TYPE).headers, null);
    }

    private WebhookRequest withHeader(String name, List<String> values) {
        Map<String, List<String>> others = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        others.putAll(headers);
        others.remove(name);
        if (!values.isEmpty()) {
            others.put(name, values);
        }
        return new WebhookRequest(method, uri, Collections.unmodifiableMap(others), body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
