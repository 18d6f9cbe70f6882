package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Runs the README's example of standbys. */
final class ReadmeStandbysTest {

    @Test
    void example_showsWhatWasWritten_inTheRequestAndInTheNext() {
        Replicas replicas = Replicas.with(StandbyService.DDL);
        DSLContext primary = replicas.primary().dsl();
        DSLContext first = replicas.standby(0).dsl();
        DSLContext second = replicas.standby(1).dsl();
        // spotless:off
        // snippet
        JooqTableSource tables = JooqTableSource.on(primary)
                .standby(first)
                .standby(second)
                .waitForStandby(Duration.ofMillis(200))  // left out: what was written is read from the primary
                .build();
        // end
        // spotless:on
        StandbyService service = StandbyService.of(tables, primary);

        String written = service.data(StandbyService.RENAME.formatted("Zoe"));
        String read = service.data(
                StandbyService.QUERY, WalPosition.parse(tables.walPosition().toString()));

        assertThat(written).contains("name=Zoe");
        assertThat(read).contains("name=Zoe");
    }
}
