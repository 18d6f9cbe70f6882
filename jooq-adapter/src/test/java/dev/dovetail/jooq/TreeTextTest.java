package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.Filter;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Operator;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableBranch;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRows;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Trees that differ in values alone share a text, and no value. */
final class TreeTextTest {

    private final TestDatabase database = TreeShop.create();
    private final TreeShop shop = TreeShop.of(database);
    private final TreeAnswer answer = new TreeAnswer((JooqTableSource) shop.source());

    @Test
    void valuesOfEveryLevel_areTheRequestsOwn() {
        Set<String> texts = new HashSet<>();
        Set<List<Object>> answers = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            texts.add(check(
                    filtered(shop.query("users", "id"), smaller("users", "id", 4 - i), 5 + i),
                    branches(smaller("orders", "amount", 20 * i + 30), smaller("products", "id", 2 + i % 2), 1 + i),
                    List.of(JoinKey.of(1), JoinKey.of(2), JoinKey.of(3)),
                    answers));
        }

        assertThat(texts).hasSize(1);
        assertThat(answers).hasSize(3);
    }

    @Test
    void conditionsOfTheHosts_areNotKept() {
        Set<List<Object>> answers = new HashSet<>();
        for (int amount : List.of(20, 40, 60)) {
            Filter hosts = JooqFilter.of(
                    DSL.field(DSL.name("orders", "amount"), Integer.class).le(amount));
            check(
                    shop.query("users", "id"),
                    branches(hosts, Filter.EVERYTHING, 10),
                    List.of(JoinKey.of(1), JoinKey.of(2)),
                    answers);
        }

        assertThat(answers).hasSize(3);
    }

    /** The text of the tree's statement. */
    private String check(TableQuery query, List<TableBranch> branches, List<JoinKey> keys, Set<List<Object>> answers) {
        List<Object> expected = answer.levelByLevel(query, keys, branches);
        database.forget();

        TableRows rows = answer.load(query, keys, branches);

        List<String> statements = database.statements();
        assertThat(statements).hasSize(1);
        assertThat(TreeAnswer.of(query, rows, keys.size(), branches)).isEqualTo(expected);
        answers.add(expected);
        return statements.get(0);
    }

    private List<TableBranch> branches(Filter orders, Filter products, int limit) {
        return List.of(shop.branch(
                shop.column("users", "id"),
                filtered(shop.query("orders", "buyer"), orders, limit),
                shop.branch(shop.column("orders", "product"), shop.query("products", "id", products))));
    }

    private Filter smaller(String table, String column, int value) {
        return new Filter.Comparison(shop.column(table, column), Operator.LT, value);
    }

    private static TableQuery filtered(TableQuery query, Filter filter, int limit) {
        RowSelection rows = new RowSelection(filter, query.rows().order(), List.of(), null, null, 0, limit);
        return TableQuery.rows(query.table(), query.columns(), query.keyColumns(), rows, TableQuery.ALL_ROWS);
    }
}
