package dev.dovetail.internal.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.JoinKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class KeyReaderTest {

    private static final Column NUMBER = new Column("order_id", ColumnType.of(ColumnKind.INTEGER, "int4"), false, null);
    private static final Column TEXT = new Column("line", ColumnType.of(ColumnKind.TEXT, "text"), false, null);

    private final KeyReader one = new KeyReader(output("order").from("orderId").build(), List.of(NUMBER));
    private final KeyReader two =
            new KeyReader(output("line").from("orderId", "line").build(), List.of(NUMBER, TEXT));

    private static ObjectRelationship.Builder output(String name) {
        return ObjectRelationship.named(name).on("Output");
    }

    @Test
    void read_byFunction_givesOneValueForEachColumnOrNone() {
        KeyReader pair = keyedBy(source -> List.of(source, "a"), NUMBER, TEXT);
        KeyReader half = keyedBy(source -> Arrays.asList(source, null), NUMBER, TEXT);

        assertThat(pair.read("7")).isEqualTo(JoinKey.of(7, "a"));
        assertThat(half.read("7")).isNull();
        assertThat(keyedBy(source -> null, NUMBER).read("7")).isNull();
    }

    @Test
    void read_byFunctionThatFailsOrGivesAnotherNumberOfValues_isAFailure() {
        KeyReader throwing = keyedBy(
                source -> {
                    throw new IllegalStateException("secret");
                },
                NUMBER);
        KeyReader three = keyedBy(source -> List.of(1, 2, 3), NUMBER, TEXT);

        assertThatThrownBy(() -> throwing.read("7"))
                .isInstanceOf(FieldFailure.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> three.read("7"))
                .isInstanceOf(FieldFailure.class)
                .hasMessageContaining("3 value(s)");
    }

    @Test
    void read_byFunctionThatIsRefusedAColumn_saysWhich() {
        FieldFailure denied = new FieldFailure(ErrorCode.ACCESS_DENIED, "'auth0_id' may not be read");
        KeyReader refused = keyedBy(
                source -> {
                    throw denied;
                },
                NUMBER);

        assertThatThrownBy(() -> refused.read("7")).isSameAs(denied);
    }

    private static KeyReader keyedBy(Function<Object, Object> function, Column... columns) {
        return new KeyReader(output("order").keyedBy(function).build(), List.of(columns));
    }

    @Test
    void read_values_haveTheColumnsKinds() {
        assertThat(two.read(Map.of("orderId", "7", "line", 1))).isEqualTo(JoinKey.of(7, "1"));
        assertThat(one.read(Map.of("orderId", 7L))).isEqualTo(one.read(Map.of("orderId", "7")));
    }

    @Test
    void read_anyFieldNullOrAbsent_isNoKey() {
        Map<String, Object> withNull = new HashMap<>(Map.of("line", "a"));
        withNull.put("orderId", null);

        assertThat(two.read(withNull)).isNull();
        assertThat(two.read(Map.of("orderId", 7))).isNull();
        assertThat(two.read(Map.of())).isNull();
    }

    @Test
    void read_valueThatTheColumnCannotTake_isInvalidWithoutTheValueInTheMessage() {
        assertThatThrownBy(() -> one.read(Map.of("orderId", "secret")))
                .isInstanceOf(FieldFailure.class)
                .hasMessage("Relationship Output.order has a key that is no value of type INTEGER")
                .extracting(e -> ((FieldFailure) e).getExtensions().get("code"))
                .isEqualTo("join-key-invalid");
        assertThatThrownBy(() -> one.read(Map.of("orderId", List.of(1)))).isInstanceOf(FieldFailure.class);
    }

    @Test
    void read_unreadableProperty_saysWhichRelationshipAndProperty() {
        record Other(int id) {}

        assertThatThrownBy(() -> one.read(new Other(1)))
                .isInstanceOf(FieldFailure.class)
                .hasMessageContaining("'orderId'")
                .extracting(e -> ((FieldFailure) e).getExtensions().get("code"))
                .isEqualTo("join-key-unreadable");
    }

    @Test
    void readList_keepsOrderAndRepetitionsAndDropsNulls() {
        assertThat(one.readList(Map.of("orderId", Arrays.asList(3, null, "1", 3))))
                .containsExactly(JoinKey.of(3), JoinKey.of(1), JoinKey.of(3));
        assertThat(one.readList(Map.of("orderId", new LinkedHashSet<>(List.of(2, 1)))))
                .containsExactly(JoinKey.of(2), JoinKey.of(1));
    }

    @Test
    void readList_ofArrays_isReadAsTheSchemaAllows() {
        assertThat(one.readList(Map.of("orderId", new int[] {2, 1}))).containsExactly(JoinKey.of(2), JoinKey.of(1));
        assertThat(one.readList(Map.of("orderId", new String[] {"2", null}))).containsExactly(JoinKey.of(2));
    }

    @Test
    void readList_emptyOrNull_hasNoKeys() {
        assertThat(one.readList(Map.of("orderId", List.of()))).isEmpty();
        assertThat(one.readList(Map.of())).isNull();
    }

    @Test
    void readList_valueThatIsNoListOrHasAWrongElement_isInvalid() {
        assertThatThrownBy(() -> one.readList(Map.of("orderId", 1))).isInstanceOf(FieldFailure.class);
        assertThatThrownBy(() -> one.readList(Map.of("orderId", List.of(1, "x"))))
                .isInstanceOf(FieldFailure.class);
    }
}
