package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.TableDefinition;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bounds that others set on what is read must neither lose rows nor fail a batch. */
final class UnboundedReadingTest {

    private static final String DIGITS = "9".repeat(1500);

    private TestDatabase database;

    @BeforeEach
    void start() {
        database = TestDatabase.with(
                "create table notes (id int primary key, owner int not null, body jsonb)",
                "create index on notes (owner)",
                "insert into notes values (1, 1, '" + DIGITS + "'), (2, 1, '1'), (3, 2, '" + "[".repeat(800)
                        + "]".repeat(800) + "')");
    }

    @Test
    void json_beyondJacksonsBounds_isReadAndLeavesTheOtherRowsAlone() {
        Service service = service(new Settings());

        assertThat(service.data("{ owners { notes { body } } }").get("owners"))
                .asString()
                .contains(new BigInteger(DIGITS).toString(), "{body=1}", "[".repeat(800));
    }

    @Test
    void maxRowsOfTheHost_losesNoRowOfABatch() {
        Service service = service(new Settings().withMaxRows(1));

        assertThat(service.data("{ owners { notes { id } } }"))
                .isEqualTo(Map.of(
                        "owners",
                        List.of(
                                Map.of("notes", List.of(Map.of("id", 1), Map.of("id", 2))),
                                Map.of("notes", List.of(Map.of("id", 3))))));
    }

    private Service service(Settings settings) {
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.perContext(context -> database.recorded(new DefaultConfiguration()
                                .set(TestDatabase.server().dataSource())
                                .set(SQLDialect.POSTGRES)
                                .set(settings)))
                        .catalog(database.plain())
                        .build())
                .table(TableDefinition.of("public", "notes")
                        .type("Note")
                        .allColumns()
                        .build())
                .relationship(ArrayRelationship.named("notes")
                        .on("Owner")
                        .references("public", "notes")
                        .from("id")
                        .to("owner")
                        .orderBy("id")
                        .build())
                .build();
        return Service.of(
                dovetail,
                "type Query { owners: [Owner] } type Owner { id: Int }",
                wiring -> wiring.type(
                        "Query",
                        type -> type.dataFetcher("owners", environment -> List.of(Map.of("id", 1), Map.of("id", 2)))));
    }
}
