package dev.dovetail.examples.quickstart.web;

import java.util.List;

/** The queries that the page has ready for visitors, and that the demo runs. */
public final class ReadyQueries {

    /** The customer with the largest turnover. */
    private static final String CUSTOMER = "294a0fc6-24f9-e859-2f5a-e8650a0d808c";

    private ReadyQueries() {}

    /** All of them, in the order of the page's tabs. */
    public static List<ReadyQuery> all() {
        return List.of(
                ReadyQuery.of("1-create-user"),
                ReadyQuery.of("2-top-customers"),
                ReadyQuery.of("3-remote-service"),
                ReadyQuery.of("4-largest-orders"),
                ReadyQuery.of("5-orders-by-items"),
                ReadyQuery.of("6-aggregates"),
                ReadyQuery.of("7-pages"),
                ReadyQuery.of("8-list-of-keys"),
                ReadyQuery.of("9-as-support").with(Requests.ROLE, "support"),
                ReadyQuery.of("10-as-customer")
                        .with(Requests.ROLE, "customer")
                        .with(Requests.USER_ID, CUSTOMER)
                        .thatIsRefused());
    }
}
