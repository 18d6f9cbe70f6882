/** Reads the tables of joins through jOOQ: begin at {@link dev.dovetail.jooq.JooqTableSource}. */
module dev.dovetail.jooq {
    requires transitive dev.dovetail;
    requires transitive org.jooq;
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    // jOOQ's own classes are annotated with it
    requires static jakarta.xml.bind;

    exports dev.dovetail.jooq;
}
