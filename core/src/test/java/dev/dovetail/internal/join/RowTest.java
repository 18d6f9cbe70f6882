package dev.dovetail.internal.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RowTest {

    private final TableType type = type();

    /** Reads id, first_name and auth0_id, not secret. */
    private final Row row = row(7, "Ada", null);

    @Test
    void get_takesNamesOfFieldsAndColumns() {
        assertThat(row.get("id")).isEqualTo(7);
        assertThat(row.get("firstName")).isEqualTo("Ada");
        assertThat(row.get("first_name")).isEqualTo("Ada");
        assertThat(row.get("auth0_id")).isNull();
    }

    @Test
    void get_unknownName_isNullAsInAnyMap() {
        assertThat(row.get("nothing")).isNull();
        assertThat(row.get(null)).isNull();
        assertThat(row.get((Object) Integer.valueOf(1))).isNull();
        assertThat(row.getOrDefault("nothing", "x")).isEqualTo("x");
    }

    @Test
    void get_columnThatWasNotRead_isAnErrorThatSaysWhatToDo() {
        assertThatThrownBy(() -> row.get("secret"))
                .isInstanceOf(FieldFailure.class)
                .hasMessage("Column 'secret' of type User was not read; "
                        + "declare it with .field(<the field>).requires(\"secret\")")
                .extracting(e -> ((FieldFailure) e).getExtensions().get("code"))
                .isEqualTo("column-not-read");
        assertThatThrownBy(() -> row.column(3)).isInstanceOf(FieldFailure.class);
    }

    @Test
    void get_fieldWhoseColumnWasNotRead_namesTheColumnToRequire() {
        BitSet read = new BitSet();
        read.set(0);
        Row narrow = new Row(new RowLayout(type, read, Grant.ALL), new Object[] {7});

        assertThatThrownBy(() -> narrow.get("firstName")).hasMessageContaining(".requires(\"first_name\")");
    }

    @Test
    void containsKey_holdsForWhatWasRead() {
        assertThat(row.containsKey("firstName")).isTrue();
        assertThat(row.containsKey("first_name")).isTrue();
        assertThat(row.containsKey("auth0_id")).isTrue();
        assertThat(row.containsKey("secret")).isFalse();
        assertThat(row.containsKey("nothing")).isFalse();
        assertThat(row.containsKey(null)).isFalse();
    }

    @Test
    void asMap_holdsEachColumnOnce() {
        assertThat(row.keySet()).containsExactly("id", "firstName", "auth0_id");
        assertThat(row.values()).containsExactly(7, "Ada", null);
        assertThat(row).hasSize(3).isNotEmpty();
    }

    @Test
    void equality_isThatOfMaps() {
        Map<String, Object> map = new HashMap<>();
        map.put("id", 7);
        map.put("firstName", "Ada");
        map.put("auth0_id", null);

        assertThat(row).isEqualTo(map).hasSameHashCodeAs(map);
        assertThat(map).isEqualTo(row);
        assertThat(row).isEqualTo(row(7, "Ada", null)).isNotEqualTo(row(8, "Ada", null));
    }

    @Test
    void row_cannotBeChanged() {
        assertThatThrownBy(() -> row.put("id", 8)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> row.remove("id")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> row.entrySet().iterator().next().setValue(8))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void fieldNamedAsAnotherColumn_winsOverIt() {
        TableType swapped = new TableType("User", table());
        swapped.show("id", 1);
        BitSet read = new BitSet();
        read.set(0, 2);
        Row swappedRow = new Row(new RowLayout(swapped, read, Grant.ALL), new Object[] {7, "Ada"});

        assertThat(swappedRow.get("id")).isEqualTo("Ada");
        assertThat(swappedRow.column(0)).isEqualTo(7);
        assertThat(swappedRow).isEqualTo(Map.of("id", "Ada"));
    }

    @Test
    void isOf_comparesTheTypesName() {
        assertThat(row.isOf("User")).isTrue();
        assertThat(row.isOf("Order")).isFalse();
    }

    @Test
    void hiddenColumn_isKeyOnlyAndAnErrorThatSaysWhichRule() {
        BitSet hidden = new BitSet();
        hidden.set(1);
        Row row = new Row(
                new RowLayout(type, first(3), new Grant("the rule", Filter.EVERYTHING, hidden, 1, false)),
                new Object[] {7, "Ada", null});

        assertThatThrownBy(() -> row.get("firstName"))
                .isInstanceOf(FieldFailure.class)
                .hasMessage("'firstName' of type User may not be read, by the rule")
                .extracting(e -> ((FieldFailure) e).getExtensions().get("code"))
                .isEqualTo("access-denied");
        assertThatThrownBy(() -> row.column(1)).hasMessageContaining("'first_name' of type User");
        assertThat(row.containsKey("firstName")).isFalse();
        assertThat(row.containsKey("first_name")).isFalse();
        assertThat(row.keySet()).containsExactly("id", "auth0_id");
        assertThat(row).hasSize(2).hasToString("{id=7, auth0_id=null}");
        assertThat(row.keyValue("firstName")).isEqualTo("Ada");
        assertThat(row.keyValue("first_name")).isEqualTo("Ada");
        assertThat(row.keyValue("nothing")).isNull();
    }

    @Test
    void hiddenColumnThatNoFieldShows_isHiddenUnderItsOwnName() {
        BitSet hidden = new BitSet();
        hidden.set(2);
        Row row = new Row(
                new RowLayout(type, first(3), new Grant("the rule", Filter.EVERYTHING, hidden, 1, false)),
                new Object[] {7, "Ada", "auth0|7"});

        assertThat(row.keySet()).containsExactly("id", "firstName");
        assertThatThrownBy(() -> row.get("auth0_id")).isInstanceOf(FieldFailure.class);
        assertThatThrownBy(() -> row.keyValue("secret")).hasMessageContaining("was not read");
    }

    private Row row(Object... values) {
        return new Row(new RowLayout(type, first(3), Grant.ALL), values);
    }

    private static BitSet first(int columns) {
        BitSet bits = new BitSet();
        bits.set(0, columns);
        return bits;
    }

    private static TableType type() {
        TableType type = new TableType("User", table());
        type.show("id", 0);
        type.show("firstName", 1);
        return type;
    }

    private static Table table() {
        return Table.view(
                TableName.of("public", "users"),
                List.of(column("id"), column("first_name"), column("auth0_id"), column("secret")),
                null);
    }

    private static Column column(String name) {
        return new Column(name, ColumnType.of(ColumnKind.TEXT, "text"), true, null);
    }
}
