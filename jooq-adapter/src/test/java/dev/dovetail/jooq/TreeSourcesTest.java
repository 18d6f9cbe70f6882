package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Outputs.Outcome;
import org.junit.jupiter.api.Test;

/** A source answers what is below its rows by the places of those branches alone that are its own. */
final class TreeSourcesTest {

    private final TestDatabase database = TestDatabase.with(
            "create table users (id int primary key, name text)",
            "create table orders (id int primary key, user_id int)",
            "create index on orders (user_id)",
            "create table mails (id int primary key, mail text)",
            "insert into users values (1, 'Ann')",
            "insert into orders values (7, 1)",
            "insert into mails values (1, 'ann@example.com')");

    @Test
    void branchOfAnotherSource_beforeOneOfTheSame_isNotTakenForIt() {
        Outcome outcome = Outputs.of(database, "key: Int")
                .and(dovetail -> dovetail.tables(JooqTableSource.on(database.dsl())
                                .roundTrips(RoundTrips.FEWEST)
                                .build())
                        .tables("other", JooqTableSource.of(database.dsl())))
                .table("users", "User")
                .table("orders", "Order")
                .table(TableDefinition.of("public", "mails")
                        .source("other")
                        .type("Mail")
                        .allColumns()
                        .build())
                .join(orders("Output", "key"), orders("User", "id"), user(), mail())
                .answering(keys(1))
                .select("{ orders { user { mail { mail } orders { id } } } }");

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data()).isEqualTo("[{orders=[{user={mail={mail=ann@example.com}, orders=[{id=7}]}}]}]");
        assertThat(outcome.statements()).hasSize(2);
    }

    private static ArrayRelationship orders(String type, String from) {
        return ArrayRelationship.named("orders")
                .on(type)
                .references("public", "orders")
                .from(from)
                .to("user_id")
                .build();
    }

    private static ObjectRelationship user() {
        return ObjectRelationship.named("user")
                .on("Order")
                .references("public", "users")
                .from("user_id")
                .to("id")
                .build();
    }

    private static ObjectRelationship mail() {
        return ObjectRelationship.named("mail")
                .on("User")
                .source("other")
                .references("public", "mails")
                .from("id")
                .to("id")
                .build();
    }
}
