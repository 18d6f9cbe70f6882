package dev.dovetail.jooq;

import dev.dovetail.DovetailBuilder;
import dev.dovetail.definition.Limits;

/** The ways in which a lookup uses its connection. */
enum ConnectionUse {
    /** As it comes, in auto-commit mode. */
    AUTO_COMMIT,
    /** In a transaction of the lookup's own, for the caller's role and settings. */
    SESSION,
    /** In a transaction of the lookup's own, for the sake of a cursor. */
    METERED,
    /** In the host's transaction. */
    HOST,
    /** In the host's transaction, with the caller's role and settings. */
    HOST_SESSION;

    /** A role for {@link #SESSION} and {@link #HOST_SESSION}. */
    static final String ROLE = "leak_reader";

    boolean isOfHost() {
        return this == HOST || this == HOST_SESSION;
    }

    boolean hasSession() {
        return this == SESSION || this == HOST_SESSION;
    }

    void source(JooqTableSource.Builder builder) {
        if (hasSession()) {
            builder.databaseSession(
                    (session, context) -> DatabaseSession.NONE.role(ROLE).setting("app.tenant", "some"));
        }
    }

    /** Limits that 200 rows exceed, and a few do not. */
    void limits(DovetailBuilder dovetail) {
        Limits.Builder limits = Limits.builder().rowsPerRequest(100);
        dovetail.limits((this == METERED ? limits.bytesPerBatch(9_000) : limits).build());
    }

    /** The role, and what it may read. */
    static void grant(TestDatabase database) {
        database.run(
                "do $$ begin create role leak_reader; exception when duplicate_object then null; end $$",
                "grant usage on schema public to leak_reader",
                "grant select on all tables in schema public to leak_reader");
    }
}
