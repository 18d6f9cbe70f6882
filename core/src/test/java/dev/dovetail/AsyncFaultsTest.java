package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.definition.ActionDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each fault that an asynchronous action can have, alone, and the schema without any. */
final class AsyncFaultsTest {

    private static final String SDL = "type Query { version: String } type UserOutput { id: ID }";

    @Test
    void schema_hasTheCallAndItsResult() {
        assertThat(printed(SDL))
                .contains("type Mutation {\n  createUser(name: String!): UUID!\n}")
                .contains("createUser(\n    \"What the mutation gave.\"\n    id: UUID!\n  ): createUser")
                .contains("output: UserOutput\n")
                .contains("created_at: DateTime!")
                .contains("errors: JSON")
                .contains("scalar UUID")
                .doesNotContain("Subscription");
    }

    @Test
    void schemaWithSubscriptions_hasTheResultThereToo() {
        String sdl = SDL + " schema { query: Query subscription: Events } type Events { version: String }";

        assertThat(printed(sdl).substring(printed(sdl).indexOf("type Events"))).contains("): createUser");
    }

    @Test
    void schema_isExtendedTwice_withoutAFault() {
        Dovetail dovetail = builder(createUser()).build();
        TypeDefinitionRegistry registry = dovetail.extend(new SchemaParser().parse(SDL));

        assertThat(Service.wired(dovetail, dovetail.extend(registry))
                        .getMutationType()
                        .getFieldDefinitions())
                .hasSize(1);
        assertThat(dovetail.extend(Service.wired(dovetail, registry)).getObjectType("createUser"))
                .isNotNull();
    }

    @Test
    void builtSchema_isTheSame() {
        Dovetail dovetail = builder(createUser()).build();

        assertThat(dovetail.printSchema(dovetail.extend(Service.hostSchema(SDL, wiring -> wiring))))
                .isEqualTo(printed(SDL));
    }

    @Test
    void withoutStore_isAFault() {
        assertThat(Faults.of(Dovetail.builder().action(createUser().build()), SDL))
                .containsExactly("action createUser: it is asynchronous, but nothing stores its calls; "
                        + "say .asyncActions(store)");
        assertThatIllegalStateException().isThrownBy(Dovetail.builder().build()::asyncActionWorker);
    }

    @Test
    void query_isAFault() {
        assertThat(faults(ActionDefinition.query("createUser")
                        .returns("UserOutput")
                        .handler(call -> null)
                        .asynchronous()))
                .containsExactly("action createUser: it is a query; only mutations can be asynchronous");
    }

    @Test
    void withoutHandlerOrOutput_isAFault() {
        assertThat(faults(ActionDefinition.mutation("createUser").asynchronous()))
                .containsExactly(
                        "action createUser: it is asynchronous, but has no handler; say .handler(handler)",
                        "action createUser: it is asynchronous: name the type of its output with .returns(type)");
    }

    @Test
    void batchHandler_isAFault() {
        assertThat(faults(createUser().batchHandler(calls -> List.of())))
                .containsExactly(
                        "action createUser: it has both .handler(...) and .batchHandler(...); leave one out",
                        "action createUser: it is a mutation, and those are called one after the other;"
                                + " say .handler(...)");
    }

    @Test
    void nameOfAQueryAction_isAFault() {
        ActionDefinition.Builder query =
                ActionDefinition.query("createUser").returns("UserOutput").handler(call -> null);

        assertThat(faults(query, createUser()))
                .containsExactly("action createUser: another action of this name is declared for type Query,"
                        + " which gets its result");
        assertThat(faults(createUser(), query))
                .containsExactly("action createUser: another action of this name is declared for type Query");
    }

    @Test
    void fieldOfTheName_isAFault() {
        assertThat(Faults.of(
                        builder(createUser()),
                        "type Query { createUser: Int } type UserOutput { id: ID }"
                                + " type Mutation { createUser(name: String): UserOutput }"))
                .containsExactly(
                        "action createUser: it is asynchronous and needs a field Mutation.createUser of type UUID!,"
                                + " but the schema's is of type UserOutput; rename one of them",
                        "action createUser: it is asynchronous and needs a field Query.createUser of type createUser,"
                                + " but the schema's is of type Int; rename one of them");
    }

    @Test
    void typeOfTheName_isAFault() {
        assertThat(Faults.of(builder(createUser()), SDL + " type createUser { id: ID }"))
                .singleElement()
                .asString()
                .startsWith("action createUser: it is asynchronous and needs a type of its name,"
                        + " but the schema's is another: ");
        assertThat(Faults.of(builder(createUser()), SDL + " enum createUser { A }"))
                .containsExactly("action createUser: it is asynchronous and needs a type of its name,"
                        + " but the schema's is another: it is of kind enum; rename one of them");
    }

    @Test
    void types_thatAreNone_areAFault() {
        assertThat(faults(ActionDefinition.mutation("createUser")
                        .returns("UserOutput]")
                        .handler(call -> null)
                        .asynchronous()))
                .containsExactly(
                        "action createUser: 'UserOutput]' is no type; write it as in SDL, for instance [User!]!");
        assertThat(faults(ActionDefinition.mutation("createUser")
                        .returns("UserOuput")
                        .handler(call -> null)
                        .asynchronous()))
                .containsExactly("createUser.output: there is no type 'UserOuput'; did you mean 'UserOutput'?");
        assertThat(faults(createUser().argument("name", "String"))).hasSize(1);
    }

    @Test
    void worker_ofNothing_isRefused() {
        Dovetail dovetail = builder(createUser()).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> dovetail.asyncActionWorker().concurrency(0).start());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dovetail.asyncActionWorker().batchSize(0).start());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> dovetail.asyncActionWorker().lease(Duration.ZERO).start());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        dovetail.asyncActionWorker().pollInterval(Duration.ZERO).start());
    }

    private static String printed(String sdl) {
        return builder(createUser()).build().printSchema(new SchemaParser().parse(sdl));
    }

    private static ActionDefinition.Builder createUser() {
        return ActionDefinition.mutation("createUser")
                .argument("name", "String!")
                .returns("UserOutput!")
                .handler(call -> null)
                .asynchronous();
    }

    private static List<String> faults(ActionDefinition.Builder... actions) {
        return Faults.of(builder(actions), SDL);
    }

    private static DovetailBuilder builder(ActionDefinition.Builder... actions) {
        DovetailBuilder builder = Dovetail.builder().asyncActions(new NoCalls());
        for (ActionDefinition.Builder action : actions) {
            builder.action(action.build());
        }
        return builder;
    }
}
