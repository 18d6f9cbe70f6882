package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers of which a browser loses digits, when they come as numbers. */
final class LargeNumberTest {

    private static final String SDL =
            "type Query { item(id: ID!): Item } type Item { id: ID! } " + "type Account { id: ID! balance: String }";

    @Test
    void columns_inFieldsOfTexts_keepEveryDigit() {
        TestDatabase database = TestDatabase.with(
                "create table accounts (id bigint primary key, balance numeric)",
                "insert into accounts values (9223372036854775807, 12345678901234567890.123456789)");
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(database.dsl()))
                .table(TableDefinition.of("public", "accounts").type("Account").build())
                .relationship(ObjectRelationship.named("account")
                        .on("Item")
                        .references("public", "accounts")
                        .from("id")
                        .to("id")
                        .build())
                .build();
        Service service = Service.of(
                dovetail,
                SDL,
                wiring -> wiring.type(
                        "Query", query -> query.dataFetcher("item", env -> Map.of("id", env.getArgument("id")))));

        assertThat(service.data("{ item(id: \"9223372036854775807\") { account { id balance } } }"))
                .hasToString("{item={account={id=9223372036854775807, balance=12345678901234567890.123456789}}}");
        assertThat(service.execute("{ item(id: \"9223372036854775807\") { account { id } } }")
                        .toSpecification()
                        .get("data"))
                .isEqualTo(Map.of("item", Map.of("account", Map.of("id", "9223372036854775807"))));
    }
}
