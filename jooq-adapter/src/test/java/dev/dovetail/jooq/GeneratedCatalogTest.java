package dev.dovetail.jooq;

import static dev.dovetail.jooq.KeyTable.finds;
import static dev.dovetail.jooq.KeyTable.refused;
import static dev.dovetail.jooq.generated.Things.THINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.jooq.generated.Things;
import dev.dovetail.table.Column;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import graphql.GraphQLContext;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A catalog that is taken from generated classes: no database to build a schema, and the same answers with one. */
final class GeneratedCatalogTest {

    private static final TableName NAME = TableName.of("shop", "things");
    private static final String ID = "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11";

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.with(Things.DDL);
        database.run(
                "insert into shop.things values ('" + ID + "', 'abc', 'ab', 'Hodor', 'so so', 1.50, '{a,NULL}',"
                        + " '{\"a\": 1}', 'x', '2026-01-02 10:15Z', '2026-01-02 10:15Z', 'abc', 7, '10.0.0.1')",
                "create view shop.keyed as select 1 as id, t.* from (select code, padded, nick, mood, price, label, at,"
                        + " made, of_domain, size, things.id as uid from shop.things) t");
    }

    @Test
    void describe_generatedTable_hasWhatTheDatabaseSays() {
        Table generated = offline().describe(NAME);
        Table real = JooqTableSource.of(database.plain()).describe(NAME);

        assertThat(generated.columns())
                .extracting(Column::name)
                .isEqualTo(real.columns().stream().map(Column::name).toList());
        assertThat(generated.columns())
                .extracting(column -> column.type().kind())
                .isEqualTo(real.columns().stream()
                        .map(column -> column.type().kind())
                        .toList());
        assertThat(generated.columns())
                .extracting(Column::nullable)
                .isEqualTo(real.columns().stream().map(Column::nullable).toList());
        assertThat(generated.columns().get(4).type())
                .isEqualTo(real.columns().get(4).type())
                .extracting(type -> type.labels())
                .isEqualTo(List.of("happy", "so so"));
        assertThat(generated.description()).isEqualTo("What is sold");
        assertThat(generated.columns().get(0).description()).isEqualTo("The key");
        assertThat(generated.columns().get(1).description()).isNull();
    }

    @Test
    void describe_keysAndIndexes_areKnown() {
        Table table = offline().describe(NAME);

        assertThat(table.isUnique(List.of("id"))).isTrue();
        assertThat(table.isUnique(List.of("padded", "code"))).isTrue();
        assertThat(table.isUnique(List.of("code"))).isFalse();
        assertThat(table.isIndexed(List.of("code"))).isTrue();
        assertThat(table.isIndexed(List.of("label"))).isTrue();
        assertThat(table.isUnique(List.of("label"))).isFalse();
        assertThat(table.isIndexed(List.of("price"))).isFalse();
    }

    @Test
    void describe_anotherTable_isUnknownAndSuggested() {
        JooqTableSource source = offline();

        assertThat(source.describe(TableName.of("shop", "thing"))).isNull();
        assertThat(source.describe(TableName.of("public", "things"))).isNull();
        assertThat(source.knownTables()).containsExactly("shop.things");
        assertThatThrownBy(() -> Dovetail.builder()
                        .tables(source)
                        .table(TableDefinition.of("shop", "thing")
                                .type("Thing")
                                .allColumns()
                                .build())
                        .build()
                        .extend(new SchemaParser().parse("type Query { a: Int }")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("did you mean 'shop.things'?");
    }

    @Test
    void schema_isBuiltWithoutADatabase() {
        Dovetail dovetail = dovetail(offline());

        String sdl = dovetail.printSchema(new SchemaParser().parse("type Query { item: Item } type Item { id: UUID }"));

        assertThat(sdl)
                .contains("id: UUID!", "code: String!", "mood: Int\n", "tags: [String]", "data: JSON", "made: DateTime")
                .contains("size: Int", "price: BigDecimal", "nick: String", "address: String", "What is sold");
    }

    @Test
    void lookup_onTheDatabase_readsEveryColumn() {
        JooqTableSource source = JooqTableSource.perContext(context -> database.dsl())
                .catalog(THINGS)
                .build();
        Service service = Service.of(
                dovetail(source),
                "type Query { item: Item } type Item { id: UUID }",
                wiring -> wiring.type(
                        "Query", query -> query.dataFetcher("item", env -> Map.of("id", UUID.fromString(ID)))));
        database.forget();

        assertThat(service.data("{ item { thing { code padded nick mood price tags data label at made of_domain size"
                                + " address } } }")
                        .toString())
                .isEqualTo("{item={thing={code=abc, padded=ab      , nick=Hodor, mood=1, price=1.50,"
                        + " tags=[a, null], data={a=1}, label=x, at=2026-01-02T10:15:00.000Z,"
                        + " made=2026-01-02T10:15:00.000Z, of_domain=abc, size=7, address=10.0.0.1}}}");
        assertThat(database.statements()).hasSize(1);
    }

    @Test
    void keys_meanWhatTheDatabaseMeans() {
        keyed("code").check(finds("abc", 1), finds("abcd"), finds("ab"));
        keyed("padded").check(finds("ab", 1), finds("ab        ", 1), finds("abcdefghi"));
        keyed("nick").check(finds("hodor", 1), finds("HODOR", 1), finds("x"));
        keyed("mood").check(finds(1, 1), finds("0"), refused(2), refused("so so"));
        keyed("price").check(finds("1.5", 1), finds("1.504"));
        keyed("label").check(finds("x", 1), finds("X"));
        keyed("at").check(finds("2026-01-02T11:15+01:00", 1), finds("2026-01-02T11:15Z"));
        keyed("made").check(finds("2026-01-02T11:15+01:00", 1), finds("2026-01-02T11:15Z"), refused("x"));
        keyed("of_domain").check(finds("abc", 1), finds("abcd"));
        keyed("size").check(finds(7, 1), finds(8), refused(70000));
    }

    /** The generated table's columns, asked of a view that has a number for each row. */
    private static KeyTable keyed(String column) {
        JooqTableSource source = JooqTableSource.perContext(context -> database.dsl())
                .catalog(new Keyed())
                .build();
        return KeyTable.of(database, source, "shop", "keyed", column);
    }

    private static final class Keyed extends TableImpl<Record> {

        private static final long serialVersionUID = 1L;

        Keyed() {
            super(DSL.name("keyed"));
            createField(DSL.name("id"), SQLDataType.INTEGER, this, "");
            for (Field<?> field : THINGS.fields()) {
                if (!field.getName().equals("id")) {
                    createField(field.getUnqualifiedName(), field.getDataType(), this, "");
                }
            }
        }

        @Override
        public Schema getSchema() {
            return THINGS.getSchema();
        }
    }

    private static Dovetail dovetail(JooqTableSource source) {
        return Dovetail.builder()
                .tables(source)
                .table(JooqTable.of(THINGS).type("Thing").allColumns().build())
                .relationship(JooqRelationship.object("thing")
                        .on("Item")
                        .references(THINGS)
                        .from("id")
                        .to(THINGS.ID)
                        .build())
                .build();
    }

    private static JooqTableSource offline() {
        return JooqTableSource.perContext(GeneratedCatalogTest::none)
                .catalog(THINGS)
                .build();
    }

    private static DSLContext none(GraphQLContext context) {
        throw new AssertionError("No database may be asked for in " + context);
    }
}
