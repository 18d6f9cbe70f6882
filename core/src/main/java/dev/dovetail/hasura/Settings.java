package dev.dovetail.hasura;

import dev.dovetail.definition.ActionHandler;
import dev.dovetail.definition.AsyncPolicy;
import dev.dovetail.table.TableSource;
import dev.dovetail.webhook.ClientHeaders;
import dev.dovetail.webhook.Webhook;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the host says besides the metadata.
 *
 * @param handlers instead of webhooks, by the action's name
 * @param webhooks what is changed of the webhooks, by the action's name
 * @param databases by the name of Hasura's source
 * @param asynchronous how the calls of asynchronous actions are delivered; null when these are left out
 */
record Settings(
        Function<String, @Nullable String> environment,
        @Nullable ClientHeaders clientHeaders,
        Map<String, ActionHandler> handlers,
        Map<String, UnaryOperator<Webhook.Builder>> webhooks,
        Map<String, TableSource> databases,
        @Nullable AsyncPolicy asynchronous) {

    static final Settings NONE = new Settings(System::getenv, null, Map.of(), Map.of(), Map.of(), null);

    Settings withEnvironment(Function<String, @Nullable String> other) {
        return new Settings(other, clientHeaders, handlers, webhooks, databases, asynchronous);
    }

    Settings withClientHeaders(ClientHeaders other) {
        return new Settings(environment, other, handlers, webhooks, databases, asynchronous);
    }

    Settings withHandler(String action, ActionHandler handler) {
        return new Settings(
                environment, clientHeaders, with(handlers, action, handler), webhooks, databases, asynchronous);
    }

    Settings withWebhook(String action, UnaryOperator<Webhook.Builder> change) {
        return new Settings(
                environment, clientHeaders, handlers, with(webhooks, action, change), databases, asynchronous);
    }

    Settings withDatabase(String name, TableSource database) {
        return new Settings(
                environment, clientHeaders, handlers, webhooks, with(databases, name, database), asynchronous);
    }

    Settings withAsynchronous(AsyncPolicy policy) {
        return new Settings(environment, clientHeaders, handlers, webhooks, databases, policy);
    }

    private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
        Map<String, T> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
