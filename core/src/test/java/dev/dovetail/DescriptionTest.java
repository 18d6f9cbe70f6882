package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.access.AccessRule;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionRelationship;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Naming;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.RemoteRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Index;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A configuration can be looked at, with what it lacks. */
final class DescriptionTest {

    private static final TableName NOTES = TableName.of("public", "notes");

    private final FakeTables tables = FakeTables.shop()
            .add(Table.of(NOTES, List.of(FakeTables.column("order_id", ColumnKind.INTEGER, false)), List.of(), null))
            .add(Table.of(
                    TableName.of("public", "unused"),
                    List.of(FakeTables.column("id", ColumnKind.INTEGER, false)),
                    List.of(),
                    null));
    private final Dovetail dovetail = dovetail();

    @Test
    void beforeASchemaIsExtended_thereIsNothingToDescribe() {
        assertThatThrownBy(dovetail::describe).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void text_tellsActionsRelationshipsAndTables() {
        extend();

        assertThat(dovetail.describe().text()).isEqualTo("""
                Actions
                  mutation place(userId: ID!, lines: [Int!]): Output, answered by a handler
                  query copies(id: ID!): Output, answered by a handler of batches
                  query me, answered by the schema's own data fetcher
                Relationships
                  Output.user: one row of public.users where id = id; found by unique (id)
                  User.orders: rows of public.orders where id = user_id; also as ordersAggregate; found by index (user_id)
                  Output.listed: rows of public.users where each of ids = id; found by unique (id)
                  Output.note: one row of public.notes where line = order_id; \
                MISSING: create unique index on "public"."notes" ("order_id")
                  User.computed: rows of public.notes where a function = order_id; \
                MISSING: create index on "public"."notes" ("order_id")
                  Output.profile: what a loader gives for id
                  User.copy: what action copies answers to id
                Tables
                  public.users as User: id uuid, name text, auth0Id = auth0_id text; unique (id); rules for clerk, everybody else
                  public.orders as Order: placedAt = placed_at timestamp_with_zone; unique (id), index (user_id); open to everybody
                  public.notes as Note: orderId = order_id integer; no indexes; open to everybody
                  public.unused as Unused: no relationship leads to it
                """);
        assertThat(dovetail.describe()).hasToString(dovetail.describe().text());
    }

    @Test
    void picture_hasAnArrowForEachRelationship() {
        extend();

        assertThat(dovetail.describe().mermaid()).isEqualTo("""
                flowchart LR
                  action_place(["mutation place"])
                  type_Output["Output"]
                  action_copies(["query copies"])
                  action_me(["query me"])
                  type_User[("User<br>public.users")]
                  type_Order[("Order<br>public.orders")]
                  type_Note[("Note<br>public.notes")]
                  loader_Output_profile{{"Profile<br>by a loader"}}
                  action_place --> type_Output
                  action_copies --> type_Output
                  type_Output -- "user: id = id" --> type_User
                  type_User -- "orders: id = user_id" --> type_Order
                  type_Output -- "listed: each of ids = id" --> type_User
                  type_Output -. "note: line = order_id" .-> type_Note
                  type_User -. "computed: a function = order_id" .-> type_Note
                  type_Output -- "profile: id" --> loader_Output_profile
                  type_User -- "copy: id" --> action_copies
                """);
    }

    @Test
    void catalogThatWasReadAgain_isTold() {
        extend();
        tables.add(Table.of(
                NOTES,
                List.of(FakeTables.column("order_id", ColumnKind.INTEGER, false)),
                List.of(new Index(List.of("order_id"), true)),
                null));

        dovetail.refreshCatalog();

        assertThat(dovetail.describe().text())
                .contains("Output.note: one row of public.notes where line = order_id; found by unique (order_id)\n")
                .doesNotContain("MISSING");
    }

    @Test
    void namesWithMarks_areWrittenSoThatMermaidReadsThem() {
        TableName strange = TableName.of("public", "a \"b\" #c");
        FakeTables one = FakeTables.none()
                .add(Table.of(strange, List.of(FakeTables.column("id", ColumnKind.UUID, false)), List.of(), null));
        Dovetail quoted = Dovetail.builder()
                .tables(one)
                .types("type Output { id: ID }")
                .table(TableDefinition.of("public", strange.name())
                        .type("Strange")
                        .columns("id")
                        .build())
                .relationship(ObjectRelationship.named("strange")
                        .on("Output")
                        .references("public", strange.name())
                        .from("id")
                        .to("id")
                        .build())
                .build();
        quoted.extend(new SchemaParser().parse("type Query { output: Output }"));

        assertThat(quoted.describe().mermaid()).contains("type_Strange[(\"Strange<br>public.a #quot;b#quot; #35;c\")]");
    }

    private void extend() {
        dovetail.extend(new SchemaParser().parse("type Query { me: Int } type Mutation { v: Int }"));
    }

    private Dovetail dovetail() {
        return Dovetail.builder()
                .tables(tables)
                .naming(Naming.CAMEL_CASE)
                .types("type Output { id: ID ids: [ID] line: Int } type Profile { email: String }")
                .action(ActionDefinition.mutation("place")
                        .argument("userId", "ID!")
                        .argument("lines", "[Int!]")
                        .returns("Output")
                        .handler(call -> null)
                        .build())
                .action(ActionDefinition.query("copies")
                        .argument("id", "ID!")
                        .returns("Output")
                        .batchHandler(calls -> List.of())
                        .build())
                .action(ActionDefinition.query("me").build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("id", "name", "auth0_id")
                        .access(
                                AccessRule.forRole("clerk")
                                        .allRows()
                                        .allColumns()
                                        .build(),
                                AccessRule.forEveryone()
                                        .allRows()
                                        .columns("name")
                                        .build())
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("placed_at")
                        .open()
                        .build())
                .table(TableDefinition.of("public", "notes")
                        .type("Note")
                        .allColumns()
                        .open()
                        .build())
                .table(TableDefinition.of("public", "unused")
                        .type("Unused")
                        .allColumns()
                        .open()
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("Output")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .relationship(ArrayRelationship.named("orders")
                        .on("User")
                        .references("public", "orders")
                        .from("id")
                        .to("user_id")
                        .aggregates()
                        .build())
                .relationship(ArrayRelationship.named("listed")
                        .on("Output")
                        .references("public", "users")
                        .from("ids")
                        .to("id")
                        .build())
                .relationship(ObjectRelationship.named("note")
                        .on("Output")
                        .references("public", "notes")
                        .from("line")
                        .to("order_id")
                        .build())
                .relationship(ArrayRelationship.named("computed")
                        .on("User")
                        .references("public", "notes")
                        .keyedBy(source -> 1)
                        .to("order_id")
                        .build())
                .relationship(RemoteRelationship.named("profile")
                        .on("Output")
                        .from("id")
                        .returns("Profile")
                        .loader(batch -> Map.of())
                        .build())
                .relationship(ActionRelationship.named("copy")
                        .on("User")
                        .from("id")
                        .action("copies")
                        .to("id")
                        .build())
                .build();
    }
}
