package dev.dovetail.jooq;

import static dev.dovetail.access.RowFilter.column;
import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.access.AccessRule;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.RemoteBatch;
import dev.dovetail.definition.RemoteRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Outputs.Outcome;
import dev.dovetail.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Access rules before and behind what a loader of the host's gives. */
final class RemoteAccessTest {

    private final List<RemoteBatch> batches = new ArrayList<>();
    private final TestDatabase database = TestDatabase.with(
            "create table users (id int primary key, tenant text, name text, account text)",
            "insert into users values (1, 'a', 'Ann', 'acc-1'), (2, 'b', 'Bob', 'acc-2'), (3, 'a', 'Ada', 'acc-3')");

    @Test
    void loader_isAskedOnlyForRowsThatTheCallerMayRead() {
        Outcome outcome = outputs().select("{ user { name profile { mail } } }");

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{user={name=Ann, profile={mail=acc-1@a}}}, {user=null},"
                        + " {user={name=Ada, profile={mail=acc-3@a}}}]");
        assertThat(batches).singleElement().satisfies(batch -> {
            assertThat(batch.<String>keys()).containsExactly("acc-1", "acc-3");
            assertThat(batch.session().variable("tenant")).isEqualTo("a");
        });
    }

    @Test
    void key_ofALoader_needsNoPermissionAndIsNotShown() {
        Outcome outcome = outputs().answering(keys(1)).select("{ user { account profile { mail } } }");

        assertThat(outcome.data()).isEqualTo("[{user={account=null, profile={mail=acc-1@a}}}]");
        assertThat(outcome.codes()).containsExactly("[outputs, 0, user, account] access-denied");
    }

    @Test
    void rowsBehindALoader_areThoseThatTheCallerMayRead() {
        Outcome outcome = outputs().select("{ user { profile { friend { name profile { mail } } } } }");

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{user={profile={friend=null}}}, {user=null},"
                        + " {user={profile={friend={name=Ann, profile={mail=acc-1@a}}}}}]");
        assertThat(outcome.statements()).hasSize(2);
    }

    /** Each profile's friend is the user of the number before it, whoever's that is. */
    private Outputs outputs() {
        return Outputs.of(database, "[Output]", "type Output { key: Int } type Profile { mail: String friendId: Int }")
                .and(dovetail -> dovetail.session(context -> Session.of("user", Map.of("tenant", "a"))))
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .allColumns()
                        .access(AccessRule.forRole("user")
                                .rows(column("tenant").eq(SessionVariable.of("tenant")))
                                .columns("id", "name")
                                .build())
                        .build())
                .join(
                        Outputs.userByKey("user").build(),
                        ObjectRelationship.named("friend")
                                .on("Profile")
                                .references("public", "users")
                                .from("friendId")
                                .to("id")
                                .build(),
                        RemoteRelationship.named("profile")
                                .on("User")
                                .from("account")
                                .returns("Profile")
                                .loader(this::profiles)
                                .build())
                .answering(keys(1, 2, 3));
    }

    private Map<String, Object> profiles(RemoteBatch batch) {
        batches.add(batch);
        Map<String, Object> profiles = new LinkedHashMap<>();
        for (String account : batch.<String>keys()) {
            int number = Integer.parseInt(account.substring("acc-".length()));
            profiles.put(
                    account,
                    Map.of(
                            "mail",
                            account + "@" + batch.session().variable("tenant"),
                            "friendId",
                            number == 3 ? 1 : 2));
        }
        return profiles;
    }
}
