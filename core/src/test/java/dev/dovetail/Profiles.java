package dev.dovetail;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.RemoteBatch;
import dev.dovetail.definition.RemoteRelationship;
import dev.dovetail.session.Session;
import graphql.GraphQLContext;
import graphql.schema.idl.RuntimeWiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** An action {@code outputs} whose objects have a profile of a loader's, and the calls that the loader got. */
final class Profiles {

    static final String TYPES = """
            type Output { id: ID ids: [ID] line: Int }
            type Profile { email: String id: ID }
            """;

    /** A call of the loader as it came. */
    record Call(List<Object> keys, Map<String, Object> arguments, Session session, GraphQLContext context) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final DovetailBuilder dovetail = Dovetail.builder().types(TYPES);
    private String sdl = "type Query { version: String }";
    private UnaryOperator<RuntimeWiring.Builder> wiring = builder -> builder;

    private Profiles() {}

    /** Whose action answers this. */
    static Profiles ofOutputs(Object... outputs) {
        Profiles profiles = new Profiles();
        List<Object> answer = new ArrayList<>(List.of(outputs));
        profiles.dovetail.action(ActionDefinition.query("outputs")
                .returns("[Output]")
                .handler(call -> answer)
                .build());
        return profiles;
    }

    /** A field of outputs by their {@code id}, of a loader that gives each key its email. */
    RemoteRelationship.Builder named(String name) {
        return RemoteRelationship.named(name)
                .on("Output")
                .from("id")
                .returns("Profile")
                .loader(this::emails);
    }

    /** The field {@code profile}. */
    RemoteRelationship.Builder profile() {
        return named("profile");
    }

    /** What a loader gives that knows every key. */
    Map<Object, Object> emails(RemoteBatch batch) {
        return record(batch, key -> Map.of("email", key + "@example.com"));
    }

    /** Remembers the call. */
    Map<Object, Object> record(RemoteBatch batch, Function<Object, Object> value) {
        List<Object> keys = batch.keys();
        calls.add(new Call(keys, batch.arguments(), batch.session(), batch.context()));
        Map<Object, Object> values = new HashMap<>();
        keys.forEach(key -> values.put(key, value.apply(key)));
        return values;
    }

    Profiles with(RemoteRelationship.Builder relationship) {
        dovetail.relationship(relationship.build());
        return this;
    }

    Profiles and(Consumer<DovetailBuilder> more) {
        more.accept(dovetail);
        return this;
    }

    Profiles host(String hostSdl, UnaryOperator<RuntimeWiring.Builder> hostWiring) {
        sdl = hostSdl;
        wiring = hostWiring;
        return this;
    }

    Dovetail dovetail() {
        return dovetail.build();
    }

    Service service() {
        return Service.of(dovetail(), sdl, wiring);
    }

    /** The answer's field {@code outputs}, as text. */
    String outputs(String selection) {
        return String.valueOf(
                service().data("{ outputs { " + selection + " } }").get("outputs"));
    }

    List<Call> calls() {
        return calls;
    }

    /** The keys of each call. */
    List<List<Object>> keys() {
        return calls.stream().map(Call::keys).toList();
    }
}
