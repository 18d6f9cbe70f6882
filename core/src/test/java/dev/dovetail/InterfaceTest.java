package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A relationship on an interface belongs to everything that implements it, whichever way the schema is extended. */
final class InterfaceTest {

    private static final UUID ID = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");
    private static final String SDL = """
            type Query { version: Thing }
            interface Node { owner_id: ID }
            interface Named implements Node { owner_id: ID name: String }
            type Shelf implements Node { owner_id: ID }
            type Product implements Node & Named { owner_id: ID name: String }
            type Alone { id: ID }
            union Thing = Shelf | Alone
            """;

    private final FakeTables tables = FakeTables.none().add(FakeTables.users(), Map.of("id", ID, "name", "Hodor"));

    private interface Way {
        Service extend(Dovetail dovetail, String sdl);
    }

    static Stream<Way> ways() {
        return Stream.of(
                (dovetail, sdl) -> Service.of(dovetail, sdl, Interfaces::resolvers),
                (dovetail, sdl) ->
                        Service.of(dovetail, dovetail.extend(Service.hostSchema(sdl, Interfaces::resolvers))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void relationshipOnInterface_joinsEveryImplementationInOneBatch(Way way) {
        Service service = way.extend(dovetail("Node").build(), SDL);

        assertThat(service.data("""
                        { nodes {
                            __typename
                            owner { name }
                            ... on Named { owner { name } }
                            ... on Product { owner { name } }
                        } }
                        """))
                .isEqualTo(Map.of(
                        "nodes",
                        List.of(
                                Map.of("__typename", "Shelf", "owner", Map.of("name", "Hodor")),
                                Map.of("__typename", "Product", "owner", Map.of("name", "Hodor")))));
        assertThat(tables.requests()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void relationshipOnInterface_reachesDeclaredTypesThatImplementIt(Way way) {
        Dovetail dovetail = dovetail("Node")
                .types("type Created implements Node { owner_id: ID }")
                .action(ActionDefinition.query("created")
                        .returns("Created")
                        .handler(call -> Map.of("type", "Created", "owner_id", ID))
                        .build())
                .build();

        assertThat(way.extend(dovetail, SDL)
                        .data("{ created { __typename ... on Node { owner { name } } owner { name } } }"))
                .isEqualTo(Map.of("created", Map.of("__typename", "Created", "owner", Map.of("name", "Hodor"))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void relationshipOnTheNarrowerInterface_leavesTheWiderOneAlone(Way way) {
        Service service = way.extend(dovetail("Named").build(), SDL);

        assertThat(service.data("{ nodes { __typename ... on Named { owner { name } } } }"))
                .isEqualTo(Map.of(
                        "nodes",
                        List.of(
                                Map.of("__typename", "Shelf"),
                                Map.of("__typename", "Product", "owner", Map.of("name", "Hodor")))));
        assertThat(Service.errors(service.execute("{ nodes { ... on Shelf { owner { name } } } }")))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void relationshipAlsoOnAnImplementation_isAClash(Way way) {
        DovetailBuilder dovetail = dovetail("Node").relationship(owner("Shelf"));

        assertThat(Faults.of(dovetail, SDL))
                .containsExactly("Shelf.owner: type Shelf has another relationship 'owner'");
    }

    @Test
    void typeThatImplementsByExtension_getsTheFieldToo() {
        Service service = Service.of(
                dovetail("Node").build(),
                SDL + " extend type Alone implements Node { owner_id: ID }",
                wiring -> Interfaces.resolvers(wiring)
                        .type(
                                "Query",
                                type -> type.dataFetcher(
                                        "version", environment -> Map.of("type", "Alone", "owner_id", ID))));

        assertThat(service.data("{ version { ... on Node { owner { name } } } }"))
                .isEqualTo(Map.of("version", Map.of("owner", Map.of("name", "Hodor"))));
    }

    private DovetailBuilder dovetail(String type) {
        return Dovetail.builder()
                .tables(tables)
                .action(ActionDefinition.query("nodes")
                        .returns("[Node]")
                        .handler(call -> List.of(
                                Map.of("type", "Shelf", "owner_id", ID), Map.of("type", "Product", "owner_id", ID)))
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .relationship(owner(type));
    }

    private static ObjectRelationship owner(String type) {
        return ObjectRelationship.named("owner")
                .on(type)
                .references("public", "users")
                .from("owner_id")
                .to("id")
                .build();
    }
}
