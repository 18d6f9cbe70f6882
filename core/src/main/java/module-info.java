/** Joins of what actions return with rows of tables, in a schema of graphql-java: begin at {@link dev.dovetail.Dovetail}. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // names that stand in manifests stay
module dev.dovetail {
    requires transitive com.graphqljava;
    requires com.graphqljava.extendedscalars;
    requires transitive java.net.http;
    requires org.dataloader;
    requires transitive org.jspecify;
    requires org.reactivestreams;
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    // what hosts bring along, and require themselves, if they need it
    requires static com.fasterxml.jackson.databind;
    requires static micrometer.commons;
    requires static micrometer.observation;
    requires static tools.jackson.dataformat.yaml;

    exports dev.dovetail;
    exports dev.dovetail.access;
    exports dev.dovetail.async;
    exports dev.dovetail.definition;
    exports dev.dovetail.error;
    exports dev.dovetail.hasura;
    exports dev.dovetail.listener;
    exports dev.dovetail.micrometer;
    exports dev.dovetail.session;
    exports dev.dovetail.table;
    exports dev.dovetail.webhook;
}
