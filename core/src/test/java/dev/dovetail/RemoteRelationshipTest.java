package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dovetail.definition.RemoteRelationship;
import dev.dovetail.session.Session;
import graphql.ExecutionResult;
import graphql.schema.GraphQLSchema;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What loaders are asked for, and where their answers go. */
final class RemoteRelationshipTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Profile(String email) {}

    @Test
    void keys_ofOneLevel_areOneCallWithEachKeyOnce() {
        Profiles profiles = Profiles.ofOutputs(id("a"), id("b"), id("a"));

        assertThat(profiles.with(profiles.profile()).outputs("profile { email } again: profile { email id }"))
                .isEqualTo("[{profile={email=a@example.com}, again={email=a@example.com, id=null}},"
                        + " {profile={email=b@example.com}, again={email=b@example.com, id=null}},"
                        + " {profile={email=a@example.com}, again={email=a@example.com, id=null}}]");
        assertThat(profiles.keys()).containsExactly(List.of("a", "b"));
    }

    @Test
    void keys_areTheMappedValuesAsTheyAre() {
        Profiles profiles = Profiles.ofOutputs(Map.of("id", 1), Map.of("id", 1L), Map.of("id", "1"));

        profiles.with(profiles.profile()).outputs("profile { email }");

        assertThat(profiles.keys()).containsExactly(List.of(1, 1L, "1"));
    }

    @Test
    void keys_ofSeveralFields_areLists() {
        Profiles profiles = Profiles.ofOutputs(Map.of("id", "a", "line", 1), Map.of("id", "a", "line", 2));

        assertThat(profiles.with(profiles.profile().from("id", "line")).outputs("profile { email }"))
                .isEqualTo("[{profile={email=[a, 1]@example.com}}, {profile={email=[a, 2]@example.com}}]");
        assertThat(profiles.keys()).containsExactly(List.of(List.of("a", 1), List.of("a", 2)));
    }

    @Test
    void keys_byFunction_areWhatItGives() {
        Profiles profiles = Profiles.ofOutputs("x", "y", "");

        assertThat(profiles.with(profiles.profile().from().keyedBy(source -> source.equals("") ? null : source + "!"))
                        .outputs("profile { email }"))
                .isEqualTo("[{profile={email=x!@example.com}}, {profile={email=y!@example.com}}, {profile=null}]");
        assertThat(profiles.keys()).containsExactly(List.of("x!", "y!"));
    }

    @Test
    void keys_nullOrAbsent_areNotAskedFor() {
        Profiles profiles =
                Profiles.ofOutputs(Map.of(), Collections.singletonMap("id", null), Map.of("ids", List.of()));

        assertThat(profiles.with(profiles.profile())
                        .with(profiles.named("pair").from("id", "line"))
                        .with(profiles.named("list").returns("[Profile]"))
                        .with(profiles.named("ofList").from("ids").returns("[Profile]"))
                        .outputs("profile { id } pair { id } list { id } ofList { id }"))
                .isEqualTo("[{profile=null, pair=null, list=[], ofList=[]}, "
                        + "{profile=null, pair=null, list=[], ofList=[]}, "
                        + "{profile=null, pair=null, list=[], ofList=[]}]");
        assertThat(profiles.calls()).isEmpty();
    }

    @Test
    void keys_thatTheAnswerLacks_areNullOrEmpty() {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("a", null);
        Profiles profiles = Profiles.ofOutputs(id("a"), id("b"));

        assertThat(profiles.with(profiles.profile().loader(batch -> nothing))
                        .with(profiles.named("list").returns("[Profile!]").loader(batch -> nothing))
                        .outputs("profile { id } list { id }"))
                .isEqualTo("[{profile=null, list=[]}, {profile=null, list=[]}]");
    }

    @Test
    void keys_ofAnotherClassThanTheAnswers_areWarnedOf() {
        Profiles profiles = Profiles.ofOutputs(Map.of("id", 1), Map.of("id", 2));

        try (Logged logged = new Logged()) {
            assertThat(profiles.with(profiles.profile().loader(batch -> Map.of("1", Map.of("email", "a"))))
                            .outputs("profile { email }"))
                    .isEqualTo("[{profile=null}, {profile=null}]");
            assertThat(logged.lines())
                    .containsExactly("WARN Relationship Output.profile: the loader's answer has nothing for any of 2 "
                            + "key(s); they are of class java.lang.Integer, its own are of class java.lang.String");
        }
    }

    @Test
    void listOfKeys_hasWhatBelongsToEachInOrder() {
        Profiles profiles = Profiles.ofOutputs(
                Map.of("ids", Arrays.asList("c", null, "a", "none", "c")), Map.of("ids", new String[] {"a", "b"}));
        Map<String, Object> lists = Map.of(
                "a", List.of(email("a1"), email("a2")), "b", new Object[] {email("b1")}, "c", List.of(email("c1")));
        Map<String, Object> single = Map.of("a", email("a1"), "b", email("b1"), "c", email("c1"));

        assertThat(profiles.with(profiles.named("all")
                                .from("ids")
                                .returns("[Profile!]")
                                .loader(batch -> lists))
                        .with(profiles.named("each")
                                .from("ids")
                                .returns("[Profile!]")
                                .loader(batch -> {
                                    profiles.emails(batch);
                                    return single;
                                }))
                        .outputs("all { email } each { email }"))
                .isEqualTo("[{all=[{email=c1}, {email=a1}, {email=a2}, {email=c1}],"
                        + " each=[{email=c1}, {email=a1}, {email=c1}]},"
                        + " {all=[{email=a1}, {email=a2}, {email=b1}], each=[{email=a1}, {email=b1}]}]");
        assertThat(profiles.keys()).containsExactly(List.of("c", "a", "none", "b"));
    }

    @Test
    void values_ofAnyForm_areShown() throws Exception {
        Profiles profiles =
                Profiles.ofOutputs(id("map"), id("record"), id("jackson 3"), id("jackson 2"), id("null tree"));
        Map<String, Object> values = Map.of(
                "map", email("m"),
                "record", new Profile("r"),
                "jackson 3", JSON.readTree("{\"email\": \"j3\"}"),
                "jackson 2", new ObjectMapper().readTree("{\"email\": \"j2\"}"),
                "null tree", JSON.readTree("null"));

        assertThat(profiles.with(profiles.profile().loader(batch -> values)).outputs("profile { email }"))
                .isEqualTo("[{profile={email=m}}, {profile={email=r}}, {profile={email=j3}}, {profile={email=j2}},"
                        + " {profile=null}]");
    }

    @Test
    void scalars_andLists_areShown() {
        Profiles profiles = Profiles.ofOutputs(id("a"));

        assertThat(profiles.with(profiles.named("avatar")
                                .returns("String!")
                                .nonNull()
                                .loader(batch -> Map.of("a", "a.png")))
                        .with(profiles.named("scores")
                                .returns("[Int!]")
                                .nonNull()
                                .loader(batch -> Map.of("a", JSON.readTree("[3, 1]"))))
                        .with(profiles.named("grid")
                                .returns("[[Int]]")
                                .loader(batch -> Map.of("a", List.of(List.of(1), List.of(2)))))
                        .outputs("avatar scores grid"))
                .isEqualTo("[{avatar=a.png, scores=[3, 1], grid=[[1], [2]]}]");
    }

    @Test
    void arguments_thatDiffer_areCallsOfTheirOwn() {
        Profiles profiles = Profiles.ofOutputs(id("a"), id("b"));
        RemoteRelationship.Builder sized = profiles.profile()
                .argument("size", "Int", "How large")
                .argument("kind", "String")
                .loader(batch -> profiles.record(batch, key -> {
                    Integer size = batch.argument("size");
                    return Map.of("email", key + ":" + size);
                }));

        assertThat(
                        profiles.with(sized)
                                .outputs(
                                        "s: profile(size: 1) { email } t: profile(size: 1) { email }"
                                                + " l: profile(size: 2) { email } n: profile { email } o: profile(size: null) { email }"))
                .startsWith("[{s={email=a:1}, t={email=a:1}, l={email=a:2}, n={email=a:null}, o={email=a:null}},");
        assertThat(profiles.calls())
                .extracting(Profiles.Call::arguments)
                .containsExactlyInAnyOrder(
                        Map.of("size", 1), Map.of("size", 2), Map.of(), Collections.singletonMap("size", null));
        assertThat(profiles.keys()).allSatisfy(keys -> assertThat(keys).containsExactly("a", "b"));
    }

    @Test
    void callers_neverShareACall() {
        Profiles profiles = Profiles.ofOutputs(id("a"), id("b"), id("a"));
        profiles.with(profiles.profile())
                .and(dovetail -> dovetail.sessionFrom(environment -> Session.of(
                        environment.getSource() instanceof Map<?, ?> source ? "role of " + source.get("id") : null,
                        Map.of())));

        ExecutionResult result = profiles.service()
                .execute("{ outputs { profile { email } } }", input -> input.graphQLContext(Map.of("tenant", "t")));

        assertThat(result.getErrors()).isEmpty();
        assertThat(profiles.calls())
                .extracting(call -> call.session().role() + " " + call.keys() + " "
                        + call.context().get("tenant"))
                .containsExactlyInAnyOrder("role of a [a] t", "role of b [b] t");
    }

    @Test
    void interface_givesTheFieldToItsImplementations() {
        Profiles profiles = Profiles.ofOutputs(id("a"));
        profiles.with(profiles.profile().on("Node"))
                .host(
                        """
                        type Query { nodes: [Node] }
                        interface Node { id: ID }
                        type Cat implements Node { id: ID }
                        type Dog implements Node { id: ID }
                        """,
                        wiring -> wiring.type(
                                        "Query",
                                        type -> type.dataFetcher("nodes", environment -> List.of(id("cat"), id("dog"))))
                                .type(
                                        "Node",
                                        type -> type.typeResolver(environment -> {
                                            Map<String, Object> node = environment.getObject();
                                            return environment
                                                    .getSchema()
                                                    .getObjectType(
                                                            node.get("id").equals("cat") ? "Cat" : "Dog");
                                        })));

        assertThat(profiles.service().data("{ nodes { profile { email } } }"))
                .isEqualTo(Map.of(
                        "nodes",
                        List.of(
                                Map.of("profile", email("cat@example.com")),
                                Map.of("profile", email("dog@example.com")))));
        assertThat(profiles.keys()).containsExactly(List.of("cat", "dog"));
    }

    @Test
    void field_ofTheHosts_isUsedAndItsFetcherStays() {
        Profiles profiles = Profiles.ofOutputs();
        profiles.with(profiles.profile().on("Me"))
                .with(profiles.named("own").on("Me"))
                .host(
                        "type Query { me: Me } type Me { id: ID profile: Profile! own: Profile }",
                        wiring -> wiring.type("Query", type -> type.dataFetcher("me", environment -> id("a")))
                                .type("Me", type -> type.dataFetcher("own", environment -> email("host"))));

        try (Logged logged = new Logged()) {
            assertThat(profiles.service().data("{ me { profile { email } own { email } } }"))
                    .isEqualTo(Map.of("me", Map.of("profile", email("a@example.com"), "own", email("host"))));
            assertThat(logged.lines())
                    .containsExactly("WARN Me.own: the host has a data fetcher for it, which stays; "
                            + "that of Dovetail is not used");
        }
        assertThat(profiles.keys()).containsExactly(List.of("a"));
    }

    @Test
    void schema_builtOrExtendedTwice_hasTheField() {
        Profiles profiles = Profiles.ofOutputs(id("a"));
        Dovetail dovetail = profiles.with(profiles.profile()
                        .argument("size", "Int", "How large")
                        .description("From elsewhere")
                        .deprecated("Ask elsewhere"))
                .dovetail();
        GraphQLSchema host = Service.hostSchema("type Query { version: String }", wiring -> wiring);

        GraphQLSchema extended = dovetail.extend(dovetail.extend(host));

        assertThat(dovetail.printSchema(extended)).contains("""
                          "From elsewhere"
                          profile(
                            "How large"
                            size: Int
                          ): Profile @deprecated(reason : "Ask elsewhere")
                        """.indent(0));
        assertThat(Service.of(dovetail, extended).data("{ outputs { profile { email } } }"))
                .isEqualTo(Map.of("outputs", List.of(Map.of("profile", email("a@example.com")))));
    }

    private static Map<String, Object> id(String id) {
        return Map.of("id", id);
    }

    private static Map<String, Object> email(String email) {
        return Map.of("email", email);
    }
}
