package dev.dovetail.examples.quickstart.web;

import java.util.Map;
import java.util.TreeMap;

/**
 * A query that the page has ready for visitors.
 *
 * @param query the GraphQL document
 * @param headers what the page sends with it, besides its own
 * @param refused whether the caller asks for more than it may have, so that the answer has errors
 */
public record ReadyQuery(String query, Map<String, String> headers, boolean refused) {

    /** The query in a file, as somebody asks it who does not say who it is. */
    static ReadyQuery of(String file) {
        return new ReadyQuery(ClassPath.text("queries/" + file + ".graphql"), Map.of(), false);
    }

    ReadyQuery with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new ReadyQuery(query, more, refused);
    }

    ReadyQuery thatIsRefused() {
        return new ReadyQuery(query, headers, true);
    }
}
