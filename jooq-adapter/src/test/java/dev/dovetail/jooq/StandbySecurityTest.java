package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row-level security holds on standbys, too, where nothing can be written but settings. */
final class StandbySecurityTest {

    @ParameterizedTest
    @ValueSource(strings = {"Ann", "Bob"})
    void databaseSession_onAStandby_showsTheCallersRowsOnly(String tenant) {
        Replicas replicas = Replicas.with(StandbyService.DDL);
        replicas.primary()
                .run(
                        "drop role if exists tenant",
                        "create role tenant",
                        "grant usage on schema public to tenant",
                        "grant select on users, notes to tenant",
                        "alter table users enable row level security",
                        "create policy own on users using (name = current_setting('app.tenant'))");
        JooqTableSource source = JooqTableSource.on(replicas.primary().dsl())
                .standby(replicas.standby(0).dsl())
                .databaseSession((session, context) ->
                        DatabaseSession.NONE.role("tenant").setting("app.tenant", tenant))
                .build();
        StandbyService service = StandbyService.of(source, replicas.primary().plain());
        WalPosition position = source.walPosition();
        replicas.settle();
        replicas.counts();
        String expected = tenant.equals("Ann") ? "{user={row={name=Ann}}}" : "{user={row=null}}";

        assertThat(service.data(StandbyService.QUERY)).isEqualTo(expected);
        assertThat(replicas.counts()).containsExactly(0, 2, 0);
        assertThat(service.data(StandbyService.QUERY, position)).isEqualTo(expected);
        assertThat(replicas.counts()).containsExactly(0, 3, 0);
    }
}
