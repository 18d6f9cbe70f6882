package dev.dovetail.examples.quickstart.web;

import java.util.List;
import java.util.stream.Stream;

/** The queries that the page has ready for visitors, and that the demo runs. */
public final class ReadyQueries {

    private ReadyQueries() {}

    /** All of them, in the order of the page's tabs. */
    public static List<String> all() {
        return Stream.of("1-create-user", "2-top-customers", "3-remote-service")
                .map(name -> ClassPath.text("queries/" + name + ".graphql"))
                .toList();
    }
}
