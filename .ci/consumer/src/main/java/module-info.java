module shop {
    requires dev.dovetail.jooq;
    requires jdk.httpserver;

    // what handlers take and give
    opens shop to com.graphqljava, dev.dovetail, tools.jackson.databind;
}
