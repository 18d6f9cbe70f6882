package dev.dovetail.table.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Filter;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of statements is for logs and traces: no values, and nothing that was not sent. */
interface Reports extends Concern {

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    default void reportedStatements_haveNoValues_andWereSent(int size) {
        ContractTable table = ContractTable.of(
                        "told", ContractColumn.of("n", ColumnKind.INTEGER), ContractColumn.of("s", ColumnKind.TEXT))
                .key("n");
        List<Object[]> rows = List.of(new Object[] {730_019, "hidden-a"}, new Object[] {730_021, "hidden-b"});
        TableName name = database().create(table, rows);
        Kept kept = Kept.in(database());
        Table told = kept.table(name, rows);
        Filter filter = new Filter.Comparison(Kept.column(told, "s"), Operator.EQ, "hidden-a");
        TableQuery query = Selections.of(told).where(filter).ofEach("n");
        List<JoinKey> keys = Kept.keys(730_019, 730_021, 730_023).subList(0, size);
        List<String> reported = Collections.synchronizedList(new ArrayList<>());
        TableRequest request = Kept.request(query, keys).reportingTo(reported::add);
        database().statements();

        assertThat(kept.load(request).of(0))
                .singleElement()
                .satisfies(row -> assertThat(Arrays.asList(row)).containsExactly(730_019, "hidden-a"));

        assertThat(reported).hasSizeLessThanOrEqualTo(database().statements());
        assertThat(reported).asString().doesNotContain("7300", "hidden");
    }
}
