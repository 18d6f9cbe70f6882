package dev.dovetail.table.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Feature;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sources describe tables as they are. */
interface Catalogs extends Concern {

    @Test
    default void table_isDescribedWithItsColumnsInOrder() {
        List<ContractColumn> columns = Stream.of(ColumnKind.values())
                .filter(kind -> kind != ColumnKind.OTHER && kind != ColumnKind.ARRAY)
                .flatMap(kind -> Stream.of(
                        ContractColumn.of("a_" + kind.name().toLowerCase(Locale.ROOT), kind),
                        ContractColumn.of("Null " + kind, kind).orNull()))
                .filter(database()::has)
                .toList();
        TableName name = database().create(new ContractTable("all kinds", columns, List.of(), List.of()), List.of());

        Table table = Objects.requireNonNull(database().source().describe(name));

        assertThat(table.name()).isEqualTo(name);
        assertThat(table.columns().stream()
                        .map(column -> column.name() + " " + column.type().kind() + " " + column.nullable())
                        .toList())
                .isEqualTo(columns.stream()
                        .map(column -> column.name() + " " + column.kind() + " " + column.nullable())
                        .toList());
        assertThat(table.isView()).isFalse();
    }

    @Test
    default void enumeration_isDescribedWithItsLabels() {
        ContractColumn column = ContractColumn.of("v", ColumnKind.ENUM);
        if (database().has(column)) {
            TableName name = database().create(ContractTable.of("t", column), List.of());

            assertThat(Objects.requireNonNull(database().source().describe(name))
                            .columns()
                            .get(0)
                            .type()
                            .labels())
                    .isEqualTo(ContractColumn.LABELS);
        }
    }

    @Test
    default void keysAndIndexes_areDescribed() {
        TableName name = database()
                .create(
                        ContractTable.of(
                                        "t",
                                        ContractColumn.of("a", ColumnKind.INTEGER),
                                        ContractColumn.of("b", ColumnKind.INTEGER),
                                        ContractColumn.of("c", ColumnKind.INTEGER)
                                                .orNull(),
                                        ContractColumn.of("d", ColumnKind.INTEGER)
                                                .orNull())
                                .key("b", "a")
                                .index(false, "d", "c")
                                .index(true, "c"),
                        List.of());

        Table table = Objects.requireNonNull(database().source().describe(name));

        assertThat(table.key().stream().map(Column::name).toList()).containsExactly("b", "a");
        assertThat(table.isUnique(Set.of("a", "b"))).isTrue();
        boolean unique = !database().gaps().contains(Gap.UNIQUE_INDEXES);
        assertThat(table.isUnique(Set.of("c"))).isEqualTo(unique);
        assertThat(table.isUnique(Set.of("a"))).isFalse();
        assertThat(table.isUnique(Set.of("c", "d"))).isEqualTo(unique);
        assertThat(table.isIndexed(Set.of("b"))).isTrue();
        assertThat(table.isIndexed(Set.of("a"))).isFalse();
        assertThat(table.isIndexed(Set.of("d"))).isTrue();
        assertThat(table.isIndexed(Set.of("c", "d"))).isTrue();
    }

    @Test
    default void table_withoutKey_hasNone() {
        TableName name =
                database().create(ContractTable.of("t", ContractColumn.of("a", ColumnKind.INTEGER)), List.of());

        Table table = Objects.requireNonNull(database().source().describe(name));

        assertThat(table.key()).isEmpty();
        assertThat(table.isUnique(Set.of("a"))).isFalse();
        assertThat(table.isIndexed(Set.of("a"))).isFalse();
    }

    @Test
    default void table_thatDoesNotExist_isNotDescribed() {
        TableName name =
                database().create(ContractTable.of("t", ContractColumn.of("a", ColumnKind.INTEGER)), List.of());
        TableSource source = database().source();

        for (String other : List.of("no_such_table", "T ", "", "t' or '1'='1", "%")) {
            assertThat(source.describe(TableName.of(name.schema(), other)))
                    .as(other)
                    .isNull();
        }
        assertThat(source.describe(TableName.of("no such schema", "t"))).isNull();
        List<String> known = source.knownTables();
        assertThat(known.isEmpty() || known.contains(name.schema() + ".t")).isTrue();
    }

    /** Operators that a source does not offer are not in the schema either. */
    @Test
    default void operators_thatAreNotOffered_cannotBeAskedFor() {
        TableName name = database()
                .create(
                        ContractTable.of(
                                "t",
                                ContractColumn.of("id", ColumnKind.INTEGER),
                                ContractColumn.of("v", ColumnKind.TEXT)),
                        List.of());
        TableSource source = database().source();
        Column text = Kept.column(Objects.requireNonNull(source.describe(name)), "v");
        Set<Operator> offered = source.operators(text.type());
        assertThat(offered).containsAll(Operator.COMPARISON);

        String schema = Host.of(database(), "type Output { key: Int }")
                .table(name, "Row")
                .join(Host.array("rows", "Output", "key", name, "id").build())
                .schema();

        for (Operator operator : Operator.PATTERN) {
            String field = "_" + operator.name().toLowerCase(Locale.ROOT) + ":";
            assertThat(schema.contains(" " + field)).as(field).isEqualTo(offered.contains(operator));
        }
    }

    /** What a query would be refused for is known at start-up, and not in the schema either. */
    @Test
    default void features_thatAreGaps_cannotBeAskedFor() {
        TableName name = database()
                .create(
                        ContractTable.of(
                                "t",
                                ContractColumn.of("id", ColumnKind.INTEGER),
                                ContractColumn.of("v", ColumnKind.TEXT)),
                        List.of());
        Set<Feature> unsupported = database().source().unsupported();
        Set<Gap> gaps = database().gaps();

        for (Feature feature : Feature.values()) {
            assertThat(unsupported.contains(feature)).as(feature.name()).isEqualTo(gaps.contains(Gap.of(feature)));
        }
        assertThat(Host.of(database(), "type Output { key: Int }")
                        .table(name, "Row")
                        .join(Host.array("rows", "Output", "key", name, "id").build())
                        .schema()
                        .contains("distinct_on:"))
                .isNotEqualTo(unsupported.contains(Feature.DISTINCT_ON));
    }
}
