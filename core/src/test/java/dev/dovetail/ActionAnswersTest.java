package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever form a handler's answer has, its fields show and its key joins. */
final class ActionAnswersTest {

    private static final String ID = "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11";
    private static final String JSON = "{\"id\": \"" + ID + "\", \"tags\": [{\"name\": \"a\"}, {\"name\": null}]}";
    private static final Map<String, Object> USER = Map.of("name", "Hodor");

    private final FakeTables tables =
            FakeTables.none().add(FakeTables.users(), Map.of("id", UUID.fromString(ID), "name", "Hodor"));

    private record Tag(String name) {}

    private record Output(UUID id, List<Tag> tags) {}

    private static final class Bean {
        public String getId() {
            return ID;
        }

        public Tag[] getTags() {
            return new Tag[] {new Tag("a"), new Tag(null)};
        }
    }

    public static final class Fields {
        public final String id = ID;
        public final List<Tag> tags = List.of(new Tag("a"), new Tag(null));
    }

    static Stream<Arguments> forms() throws Exception {
        Map<String, Object> noName = new HashMap<>();
        noName.put("name", null);
        Object jackson3 = JsonMapper.shared().readTree(JSON);
        Object jackson2 = new ObjectMapper().readTree(JSON);
        Map<String, Object> map = Map.of("id", ID, "tags", List.of(Map.of("name", "a"), noName));
        return Stream.of(
                arguments("map", map),
                arguments("record", new Output(UUID.fromString(ID), List.of(new Tag("a"), new Tag(null)))),
                arguments("bean of a private class", new Bean()),
                arguments("public fields", new Fields()),
                arguments("Jackson 3", jackson3),
                arguments("Jackson 2", jackson2),
                arguments(
                        "tree in a map",
                        Map.of(
                                "id",
                                ((tools.jackson.databind.JsonNode) jackson3).get("id"),
                                "tags",
                                List.of(
                                        ((com.fasterxml.jackson.databind.JsonNode) jackson2)
                                                .get("tags")
                                                .get(0),
                                        noName))),
                arguments(
                        "data fetcher result",
                        DataFetcherResult.newResult().data(jackson3).build()),
                arguments("completed stage", CompletableFuture.completedFuture(jackson2)),
                arguments(
                        "stage of a data fetcher result",
                        CompletableFuture.completedStage(
                                DataFetcherResult.newResult().data(map).build())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void answer_ofAnyForm_showsItsFieldsAndJoins(String form, Object answer) {
        assertThat(service("UserOutput", call -> answer).data("{ action { id tags { name } user { name } } }"))
                .isEqualTo(Map.of(
                        "action", Map.of("id", ID, "tags", List.of(Map.of("name", "a"), name(null)), "user", USER)));
        assertThat(tables.requests()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void answer_keyNotSelected_joins(String form, Object answer) {
        assertThat(service("UserOutput", call -> answer).data("{ action { user { name } } }"))
                .isEqualTo(Map.of("action", Map.of("user", USER)));
    }

    /** Those that can be in a list; the wrappers are for whole answers. */
    static Stream<Arguments> elements() throws Exception {
        return forms().limit(7);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("elements")
    void listOfAnswers_joinsInOneBatch(String form, Object element) {
        assertThat(service("[UserOutput]", call -> Arrays.asList(element, null, element))
                        .data("{ action { user { name } } }"))
                .isEqualTo(Map.of("action", Arrays.asList(Map.of("user", USER), null, Map.of("user", USER))));
        assertThat(tables.requests()).hasSize(1);
    }

    @Test
    void answer_thatIsATreeOfAList_isAList() throws Exception {
        Object tree = JsonMapper.shared().readTree("[" + JSON + ", null]");

        assertThat(service("[UserOutput]", call -> tree).data("{ action { id user { name } } }"))
                .isEqualTo(Map.of("action", Arrays.asList(Map.of("id", ID, "user", USER), null)));
    }

    @Test
    void answer_null_isNullAndJoinsNothing() {
        assertThat(service("UserOutput", call -> null).data("{ action { id user { name } } }"))
                .isEqualTo(nothing());
        assertThat(service("UserOutput", call -> CompletableFuture.completedFuture(null))
                        .data("{ action { id user { name } } }"))
                .isEqualTo(nothing());
        assertThat(service("UserOutput", call -> tools.jackson.databind.node.NullNode.getInstance())
                        .data("{ action { id user { name } } }"))
                .isEqualTo(nothing());
        assertThat(tables.requests()).isEmpty();
    }

    @Test
    void answer_scalar_isTheFieldsValue() throws Exception {
        assertThat(service("Int", call -> 7).data("{ action }")).isEqualTo(Map.of("action", 7));
        assertThat(service("String", call -> JsonMapper.shared().readTree("\"x\""))
                        .data("{ action }"))
                .isEqualTo(Map.of("action", "x"));
        assertThat(service("[Int]", call -> new ObjectMapper().readTree("[1, 2]"))
                        .data("{ action }"))
                .isEqualTo(Map.of("action", List.of(1, 2)));
    }

    @Test
    void answer_completedLateOnAnotherThread_joins() {
        CompletableFuture<Object> late = new CompletableFuture<>();
        Service service = service("UserOutput", call -> {
            new Thread(() -> late.complete(Map.of("id", ID))).start();
            return late;
        });

        assertThat(service.data("{ action { user { name } } }")).isEqualTo(Map.of("action", Map.of("user", USER)));
    }

    @Test
    void dataFetcherResult_keepsItsErrorsAndLocalContext() {
        Service service = service(
                "UserOutput",
                call -> DataFetcherResult.newResult()
                        .data(Map.of("id", ID))
                        .error(GraphqlErrorBuilder.newError()
                                .message("half a success")
                                .build())
                        .build());

        ExecutionResult result = service.execute("{ action { id user { name } } }");

        assertThat((Object) result.getData()).isEqualTo(Map.of("action", Map.of("id", ID, "user", USER)));
        assertThat(result.getErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage()).isEqualTo("half a success"));
    }

    private static Map<String, Object> nothing() {
        Map<String, Object> data = new HashMap<>();
        data.put("action", null);
        return data;
    }

    private static Map<String, Object> name(String name) {
        Map<String, Object> map = new HashMap<>();
        map.put("name", name);
        return map;
    }

    private Service service(String returns, ActionHandler handler) {
        Dovetail dovetail = Dovetail.builder()
                .tables(tables)
                .types("type UserOutput { id: UUID tags: [Tag] } type Tag { name: String }")
                .action(ActionDefinition.query("action")
                        .returns(returns)
                        .handler(handler)
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("UserOutput")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .build();
        return Service.of(dovetail, "type Query { version: String }");
    }
}
