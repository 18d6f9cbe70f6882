package dev.dovetail.webhook;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which headers a webhook is sent: the configured ones, Dovetail's own and those of the client, by the rules of Hasura's
 * actions.
 *
 * @param configured the host's
 * @param ignored names of the client's headers that stay behind
 * @param configuredFirst whether the host's win over the client's and Dovetail's own, instead of the other way round
 */
record HeaderForwarding(Map<String, String> configured, Set<String> ignored, boolean configuredFirst) {

    /** What Hasura leaves out: headers that speak of the client's own connection and body. */
    static final List<String> IGNORED = List.of(
            "Content-Length",
            "Content-MD5",
            "User-Agent",
            "Host",
            "Origin",
            "Referer",
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "Accept-Datetime",
            "Cache-Control",
            "Connection",
            "DNT",
            "Content-Type");

    /** Headers of one connection; some of them the JDK's client refuses. */
    private static final Set<String> OF_CONNECTIONS = caseless(List.of(
            "Connection",
            "Content-Length",
            "Expect",
            "Host",
            "Keep-Alive",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade"));

    private static final List<String> FORWARDED = List.of("Host", "User-Agent", "Origin");

    private static final Map<String, List<String>> OWN =
            Map.of("Content-Type", List.of("application/json"), "Accept", List.of("application/json"));

    /** A set of names in any case. */
    static Set<String> caseless(Collection<String> names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(names);
        return Collections.unmodifiableSet(set);
    }

    /**
     * All headers of a call.
     *
     * @param client those of the client; empty when they are not forwarded
     */
    Map<String, List<String>> of(Map<String, List<String>> client) {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (configuredFirst) {
            addForwarded(all, client);
            all.putAll(OWN);
            addConfigured(all);
        } else {
            addConfigured(all);
            all.putAll(OWN);
            addForwarded(all, client);
        }
        return Collections.unmodifiableMap(all);
    }

    private void addConfigured(Map<String, List<String>> all) {
        configured.forEach((name, value) -> all.put(name, List.of(value)));
    }

    private void addForwarded(Map<String, List<String>> all, Map<String, List<String>> client) {
        client.forEach((name, values) -> {
            if (isForwarded(name) && !values.isEmpty()) {
                all.put(name, List.copyOf(values));
            }
            if (FORWARDED.stream().anyMatch(name::equalsIgnoreCase)) {
                all.put("X-Forwarded-" + name, List.copyOf(values));
            }
        });
    }

    /** A client's {@code x-hasura-} headers would pass for session variables. */
    private boolean isForwarded(String name) {
        return !ignored.contains(name)
                && !OF_CONNECTIONS.contains(name)
                && !name.toLowerCase(Locale.ROOT).startsWith("x-hasura-");
    }
}
