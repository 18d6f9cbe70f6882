module shop {
    requires dev.dovetail.jooq;
    requires jdk.httpserver;
}
