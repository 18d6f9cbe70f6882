package dev.dovetail;

import static dev.dovetail.FakeTables.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Naming;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.RowArgument;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Index;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import graphql.schema.idl.SchemaParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Both ways to extend a schema give the same one, with everything that definitions can say. */
final class SameSdlTest {

    private static final String SDL = """
            "The host's own"
            type Query { node(id: ID!): Node thing: Thing }
            interface Node { id: ID! }
            interface Named implements Node { id: ID! name: String }
            type Product implements Node & Named { id: ID! name: String }
            type Shelf { label: String @deprecated(reason: "old") }
            union Thing = Product | Shelf
            """;

    private static final String TYPES = """
            "What came of it"
            type Output implements Node {
              id: ID!
              "How it went"
              status: Status! @deprecated
              parts(first: Int = 10, filter: Filter = {text: "x"}): [[Output!]]
            }
            enum Status { "good" OK @deprecated(reason: "too vague") FAILED }
            input Filter { text: String = "all" at: DateTime old: Int @deprecated(reason: "x") statuses: [Status!] and: [Filter!] }
            """;

    @Test
    void sdl_isTheSameBothWaysAndWhenPrintedWithoutWiring() {
        String printed = dovetail().printSchema(new SchemaParser().parse(SDL));

        assertThat(dovetail().printSchema(Service.schema(dovetail(), SDL, Interfaces::resolvers)))
                .isEqualTo(printed);
        assertThat(dovetail().printSchema(dovetail().extend(Service.hostSchema(SDL, Interfaces::resolvers))))
                .isEqualTo(printed);
    }

    @Test
    void sdl_showsWhatDefinitionsSay() {
        assertThat(dovetail().printSchema(new SchemaParser().parse(SDL)))
                .contains("""
                        "Everything there is"
                        type Everything {
                          anArray: [[Int]]
                          anEnum: String
                          bigint: Long
                          binary: String
                          "The flag's comment"
                          boolean: Boolean!
                        """)
                .contains("""
                        type Mutation {
                          "Makes one"
                          create(
                            filter: Filter,
                            "Its name"
                            name: String!
                          ): [Output!]! @deprecated(reason : "use make")
                        }
                        """)
                .contains("""
                        type Output implements Node {
                          "All of them"
                          all(
                            "How many rows at most"
                            limit: Int
                          ): [Everything!]! @deprecated(reason : "too many")
                          "What is computed of the rows of `all`"
                          allAggregate(
                            "How many rows at most"
                            limit: Int
                          ): EverythingAggregate! @deprecated(reason : "too many")
                          id: ID!
                          "Just one"
                          one: Everything
                          parts(filter: Filter = {text : "x"}, first: Int = 10): [[Output!]]
                          row: Everything
                          "How it went"
                          status: Status! @deprecated(reason : "No longer supported")
                        }
                        """)
                .contains("renamed: UUID! @deprecated(reason : \"gone soon\")", "smallint: Int")
                .contains("timestampWithZone: DateTime", "timestamp: LocalDateTime", "decimal: BigDecimal")
                .contains(
                        "\"Words \\\"and\\\" more\"\n  text: String", "scalar DateTime @specifiedBy(url : \"https://");
    }

    private static Dovetail dovetail() {
        return Dovetail.builder()
                .tables(FakeTables.none().add(everything()))
                .naming(Naming.CAMEL_CASE)
                .types(TYPES)
                .action(ActionDefinition.mutation("create")
                        .description("Makes one")
                        .deprecated("use make")
                        .argument("name", "String!", "Its name")
                        .argument("filter", "Filter")
                        .returns("[Output!]!")
                        .handler(call -> null)
                        .build())
                .action(ActionDefinition.query("created")
                        .returns("Output")
                        .handler(call -> null)
                        .build())
                .table(TableDefinition.of("public", "everything")
                        .type("Everything")
                        .allColumns()
                        .field("renamed")
                        .column("uuid")
                        .field("renamed")
                        .deprecated("gone soon")
                        .field("text")
                        .description("Words \"and\" more")
                        .build())
                .relationship(ObjectRelationship.named("one")
                        .on("Output")
                        .references("public", "everything")
                        .from("id")
                        .to("uuid")
                        .description("Just one")
                        .build())
                .relationship(ArrayRelationship.named("all")
                        .on("Output")
                        .references("public", "everything")
                        .from("id")
                        .to("integer")
                        .arguments(RowArgument.LIMIT)
                        .aggregates()
                        .nonNull()
                        .description("All of them")
                        .deprecated("too many")
                        .build())
                .relationship(ArrayRelationship.named("same")
                        .on("Everything")
                        .references("public", "everything")
                        .from("integer")
                        .to("bigint")
                        .aggregates()
                        .connection()
                        .filterable()
                        .build())
                .relationship(ObjectRelationship.named("row")
                        .on("Node")
                        .references("public", "everything")
                        .from("id")
                        .to("text")
                        .build())
                .build();
    }

    private static Table everything() {
        List<Column> columns = new ArrayList<>();
        for (ColumnKind kind : ColumnKind.values()) {
            switch (kind) {
                case BOOLEAN ->
                    columns.add(new Column("boolean", ColumnType.of(kind, "bool"), false, "The flag's comment"));
                case ARRAY ->
                    columns.add(new Column(
                            "an_array",
                            ColumnType.arrayOf(ColumnType.arrayOf(ColumnType.of(ColumnKind.INTEGER, "int4"))),
                            true,
                            null));
                case ENUM ->
                    columns.add(new Column("an_enum", ColumnType.enumeration("mood", List.of("SAD")), true, null));
                default -> columns.add(column(kind.name().toLowerCase(Locale.ROOT), kind, kind != ColumnKind.UUID));
            }
        }
        return Table.of(
                TableName.of("public", "everything"),
                columns,
                List.of(new Index(List.of("boolean"), true)),
                "Everything there is");
    }
}
