package dev.dovetail.hasura;

import dev.dovetail.internal.failure.Faults;
import dev.dovetail.webhook.Webhook;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the webhook of an action. */
final class WebhookReader {

    private final Settings settings;
    private final Report report;
    private final Faults faults;
    private final Environment environment;

    WebhookReader(Settings settings, Report report, Faults faults) {
        this.settings = settings;
        this.report = report;
        this.faults = faults;
        this.environment = new Environment(settings.environment(), faults);
    }

    /** The webhook, or null after a fault. */
    @Nullable
    Webhook read(String action, Entry definition) {
        Entry handler = definition.get("handler");
        String url = environment.resolve(handler);
        List<Header> headers =
                definition.list("headers").stream().map(this::header).toList();
        Duration timeout = timeout(definition.find("timeout"));
        if (url == null) {
            return null;
        }
        try {
            Webhook.Builder webhook = Webhook.post(URI.create(url)).timeout(timeout);
            headers.forEach(header -> webhook.header(header.name(), header.value()));
            forward(webhook, definition);
            return settings.webhooks()
                    .getOrDefault(action, UnaryOperator.identity())
                    .apply(webhook)
                    .build();
        } catch (IllegalArgumentException e) {
            faults.add(handler.place(), "action '" + action + "' could never be called: " + e.getMessage());
            return null;
        }
    }

    private record Header(String name, String value) {}

    private Header header(Entry entry) {
        String name = entry.get("name").text();
        Entry variable = entry.find("value_from_env");
        String value = variable == null
                ? entry.get("value").text()
                : Objects.requireNonNullElse(environment.value(variable, variable.text()), "");
        report.unread(entry);
        return new Header(name, value);
    }

    private void forward(Webhook.Builder webhook, Entry definition) {
        boolean forwarded = definition.isTrue("forward_client_headers");
        Entry ignored = definition.find("ignored_client_headers");
        if (!forwarded) {
            return;
        }
        if (settings.clientHeaders() == null) {
            report.add(
                    definition, "the client's headers are not forwarded; say where they are with .clientHeaders(...)");
            return;
        }
        webhook.forwardClientHeaders(settings.clientHeaders());
        if (ignored != null) {
            webhook.ignoredClientHeaders(
                    ignored.list().stream().map(Entry::text).toList());
        }
    }

    private static Duration timeout(@Nullable Entry entry) {
        if (entry == null) {
            return Duration.ofSeconds(30);
        }
        if (entry.value() instanceof Integer seconds && seconds > 0) {
            return Duration.ofSeconds(seconds);
        }
        throw entry.malformed("should be a number of seconds");
    }
}
