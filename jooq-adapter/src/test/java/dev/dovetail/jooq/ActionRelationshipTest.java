package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.Service;
import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionPermission;
import dev.dovetail.definition.ActionRelationship;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ActionException;
import dev.dovetail.error.ConfigurationException;
import graphql.ExecutionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows of a table lead to what an action answers: one call of its handler for all rows, and joins go on behind it. */
final class ActionRelationshipTest {

    private static final String TYPES = "type Risk { level: Int! userId: ID! } type Output { teamId: Int }";

    private final TestDatabase database = TestDatabase.with(
            "create table users (id int primary key, team int, country text)",
            "create index on users (team)",
            "insert into users values (1, 1, 'NL'), (2, 1, 'DE'), (3, 2, null), (4, 2, 'NL')");
    private final List<List<Map<String, @Nullable Object>>> batches = new CopyOnWriteArrayList<>();

    @Test
    void allRows_areAnsweredByOneCall_withTheFieldsOwnArguments() {
        Service service =
                service(risk().batchHandler(this::risks), relationship().build());
        database.forget();

        assertThat(service.data("{ outputs { users { id risk(scale: 10) { level } } } }"))
                .hasToString("{outputs=[{users=[{id=1, risk={level=10}}, {id=2, risk={level=20}}]},"
                        + " {users=[{id=3, risk={level=30}}, {id=4, risk={level=40}}]}]}");
        assertThat(batches).hasSize(1);
        assertThat(batches.get(0))
                .containsExactly(
                        Map.of("userId", "1", "scale", 10),
                        Map.of("userId", "2", "scale", 10),
                        Map.of("userId", "3", "scale", 10),
                        Map.of("userId", "4", "scale", 10));
        assertThat(database.statements()).hasSize(1);
    }

    @Test
    void aliases_withOtherArguments_areInTheSameBatch_andEqualKeysAreAskedOnce() {
        Service service = service(
                risk().batchHandler(this::risks),
                relationship().from("country").to("userId").build());

        assertThat(service.data("{ outputs { users { a: risk { level } b: risk(scale: 2) { level } } } }"))
                .hasToString("{outputs=[{users=[{a={level=2}, b={level=4}}, {a={level=2}, b={level=4}}]},"
                        + " {users=[{a=null, b=null}, {a={level=2}, b={level=4}}]}]}");
        assertThat(batches).singleElement().satisfies(batch -> assertThat(batch).hasSize(4));
    }

    @Test
    void joinsGoOn_behindTheAction() {
        Service service =
                service(risk().batchHandler(this::risks), relationship().build());
        database.forget();

        assertThat(service.data("{ outputs { users { risk { user { country } } } } }"))
                .hasToString("{outputs=[{users=[{risk={user={country=NL}}}, {risk={user={country=DE}}}]},"
                        + " {users=[{risk={user={country=null}}}, {risk={user={country=NL}}}]}]}");
        assertThat(database.statements()).hasSize(2);
    }

    @Test
    void handlerOfSingleCalls_isCalledOnceForEachDistinctKey() {
        List<Object> calls = new CopyOnWriteArrayList<>();
        Service service = service(
                risk().handler(call -> {
                    calls.add(call.argument("userId"));
                    return Map.of("level", 1, "userId", "1");
                }),
                relationship().from("country").to("userId").build());

        assertThat(service.execute("{ outputs { users { risk { level } } } }").getErrors())
                .isEmpty();
        assertThat(calls).containsExactlyInAnyOrder("NL", "DE");
    }

    @Test
    void failureOfOneCall_nullsItsRowsField() {
        Service service = service(
                risk().handler(call -> {
                    if (call.argument("userId").equals("2")) {
                        throw new ActionException("No risk", Map.of("code", "none"));
                    }
                    return Map.of("level", 1, "userId", "1");
                }),
                relationship().build());

        ExecutionResult result = service.execute("{ outputs { users { id risk { level } } } }");

        assertThat(Service.errors(result)).containsExactly("[outputs, 0, users, 1, risk] none: No risk");
        assertThat(result.<Object>getData()).asString().contains("{id=2, risk=null}", "{id=1, risk={level=1}}");
    }

    @Test
    void permissionsOfTheAction_holdForTheRelationship() {
        Service service = service(
                risk().batchHandler(this::risks)
                        .permissions(ActionPermission.forEveryone()
                                .preset("scale", 3)
                                .when(call -> !call.argument("userId").equals("4"))
                                .build()),
                relationship().build());

        ExecutionResult result = service.execute("{ outputs { users { risk(scale: 10) { level } } } }");

        assertThat(Service.codes(result)).containsExactly("[outputs, 1, users, 1, risk] access-denied");
        assertThat(batches.get(0))
                .hasSize(3)
                .allSatisfy(arguments -> assertThat(arguments).containsEntry("scale", 3));
    }

    @Test
    void actionItself_answersAsEver() {
        assertThat(service(risk().batchHandler(this::risks), relationship().build())
                        .data("{ riskOf(userId: 7) { level } }"))
                .isEqualTo(Map.of("riskOf", Map.of("level", 7)));
    }

    @Test
    void faults_nameWhatIsWrong() {
        assertThat(faults(relationship().action("riskOff").build()))
                .containsExactly(
                        "User.risk: there is no query action 'riskOff' with a handler; did you mean 'riskOf'?");
        assertThat(faults(relationship().to("user").build()))
                .containsExactly("User.risk: action riskOf has no argument 'user'; did you mean 'userId'?");
        assertThat(faults(relationship().to("userId", "scale").build()))
                .containsExactly("User.risk: it maps [id] to arguments [userId, scale]; say as many with"
                        + " .from(fields...) as with .to(arguments...), at least one");
        assertThat(faults(relationship().from("number").build()))
                .singleElement()
                .asString()
                .contains("no field 'number'");
    }

    private List<String> faults(ActionRelationship relationship) {
        List<String> faults = new ArrayList<>();
        assertThatThrownBy(() -> service(risk().batchHandler(this::risks), relationship))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> faults.addAll(e.faults()));
        return faults;
    }

    private List<Object> risks(List<ActionCall> calls) {
        batches.add(calls.stream().map(ActionCall::arguments).toList());
        return calls.stream().<Object>map(ActionRelationshipTest::riskOf).toList();
    }

    private static Map<String, Object> riskOf(ActionCall call) {
        String user = call.argument("userId");
        Integer scale = call.argument("scale");
        int size = user.chars().allMatch(Character::isDigit) ? Integer.parseInt(user) : user.length();
        return Map.of("level", size * (scale == null ? 1 : scale), "userId", user);
    }

    private static ActionDefinition.Builder risk() {
        return ActionDefinition.query("riskOf")
                .argument("userId", "ID!")
                .argument("scale", "Int")
                .returns("Risk");
    }

    private static ActionRelationship.Builder relationship() {
        return ActionRelationship.named("risk")
                .on("User")
                .from("id")
                .action("riskOf")
                .to("userId");
    }

    private Service service(ActionDefinition.Builder risk, ActionRelationship relationship) {
        DovetailBuilder dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(database.dsl()))
                .types(TYPES)
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("id", "country")
                        .build())
                .action(risk.build())
                .action(ActionDefinition.query("outputs")
                        .returns("[Output]")
                        .handler(call -> List.of(Map.of("teamId", 1), Map.of("teamId", 2)))
                        .build())
                .relationship(relationship)
                .relationship(ObjectRelationship.named("user")
                        .on("Risk")
                        .references("public", "users")
                        .from("userId")
                        .to("id")
                        .build())
                .relationship(ArrayRelationship.named("users")
                        .on("Output")
                        .references("public", "users")
                        .from("teamId")
                        .to("team")
                        .orderBy("id")
                        .build());
        return Service.of(dovetail.build(), "type Query { version: String }");
    }
}
