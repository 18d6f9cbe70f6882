package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.TableDefinition;
import graphql.ExecutionResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A later mutation of a request sees what it and the earlier ones wrote, and nothing that was read before. */
final class FreshRowsSemanticsTest {

    private final TestDatabase database = TestDatabase.with("create table entries (account int, amount int)");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void mutations_ofOneRequest_eachJoinWhatIsThereThen(boolean async) {
        Service service = service(async);
        database.forget();

        assertThat(service.data("""
                        mutation {
                          first: post(account: 1, amount: 10) { account entries { amount } }
                          second: post(account: 1, amount: 20) { entries { amount } }
                          third: post(account: 2, amount: 30) { entries { amount } }
                        }
                        """))
                .hasToString("{first={account=1, entries=[{amount=10}]},"
                        + " second={entries=[{amount=10}, {amount=20}]}, third={entries=[{amount=30}]}}");
        assertThat(database.statements()).hasSize(3);
    }

    @Test
    void mutations_sameSelectionThroughAFragment_readAgainToo() {
        Service service = service(false);
        database.forget();

        ExecutionResult result = service.execute("""
                mutation {
                  first: post(account: 1, amount: 1) { ...joined }
                  second: post(account: 1, amount: 2) { ...joined }
                }
                fragment joined on Posting { entries { amount } }
                """);

        assertThat(result.getErrors()).isEmpty();
        assertThat(result.<Object>getData())
                .hasToString("{first={entries=[{amount=1}]}, second={entries=[{amount=1}, {amount=2}]}}");
        assertThat(database.statements()).hasSize(2);
    }

    private Service service(boolean async) {
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(database.dsl()))
                .types("type Posting { account: Int! }")
                .action(ActionDefinition.mutation("post")
                        .argument("account", "Int!")
                        .argument("amount", "Int!")
                        .returns("Posting!")
                        .handler(call -> {
                            Map<String, Object> posted = post(call.argument("account"), call.argument("amount"));
                            return async ? CompletableFuture.completedFuture(posted) : posted;
                        })
                        .build())
                .table(TableDefinition.of("public", "entries")
                        .type("Entry")
                        .allColumns()
                        .build())
                .relationship(ArrayRelationship.named("entries")
                        .on("Posting")
                        .references("public", "entries")
                        .from("account")
                        .to("account")
                        .orderBy("amount")
                        .build())
                .build();
        return Service.of(dovetail, "type Query { version: String }");
    }

    private Map<String, Object> post(int account, int amount) {
        database.run("insert into entries values (" + account + ", " + amount + ")");
        return Map.of("account", account, "all", List.of());
    }
}
