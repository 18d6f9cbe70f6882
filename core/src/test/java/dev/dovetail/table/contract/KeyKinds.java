package dev.dovetail.table.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys of every kind find what is equal to them and nothing else. */
interface KeyKinds extends Concern {

    @ParameterizedTest
    @MethodSource("dev.dovetail.table.contract.Samples#joinable")
    default void key_ofEachKind_findsItsRowsAlone(ColumnKind kind) {
        keysFindTheirRows(kind, true);
        keysFindTheirRows(kind, false);
    }

    private void keysFindTheirRows(ColumnKind kind, boolean indexed) {
        ContractColumn key = ContractColumn.of("k", kind).orNull();
        ContractTable plain = ContractTable.of("t", ContractColumn.of("id", ColumnKind.INTEGER), key)
                .key("id");
        ContractTable table = indexed ? plain.index(false, "k") : plain;
        if (!database().has(key)) {
            Absent.kind(database(), table, key);
            return;
        }
        List<Object> samples = Samples.of(kind);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            rows.add(new Object[] {2 * i, samples.get(i)});
            rows.add(new Object[] {2 * i + 1, samples.get(i)});
        }
        rows.remove(rows.size() - 1);
        rows.remove(0);
        rows.add(new Object[] {1000, null});
        TableName name = database().create(table, rows);
        Kept kept = Kept.in(database());
        Table described = kept.table(name, rows);
        assertThat(Kept.column(described, "k").type().kind()).isEqualTo(kind);

        TableQuery query = TableQuery.rows(
                described,
                Kept.columns(described, "id", "k"),
                Kept.columns(described, "k"),
                RowSelection.ALL,
                TableQuery.ALL_ROWS);
        List<JoinKey> keys = Kept.keys(samples.toArray());
        kept.checkTogetherAndAlone(query, keys);
    }
}
