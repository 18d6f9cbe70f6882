package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.ForeignKey;
import dev.dovetail.table.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Foreign keys as PostgreSQL describes them. */
final class ForeignKeysTest {

    @Test
    void foreignKeys_areThoseOfTheTable_columnsInTheirOrder() {
        TestDatabase database = TestDatabase.with(
                "create table lines (a int, b int, c int unique, primary key (a, b))",
                "create table notes (x int references lines (c), y int, z int, foreign key (z, y) references lines (b, a))");
        TableName lines = TableName.of("public", "lines");
        JooqTableSource source = JooqTableSource.of(database.dsl());

        assertThatKeys(source, "notes")
                .containsExactlyInAnyOrder(
                        new ForeignKey(List.of("x"), lines, List.of("c")),
                        new ForeignKey(List.of("z", "y"), lines, List.of("b", "a")));
        assertThatKeys(source, "lines").isEmpty();
        assertThatKeys(source, "gone").isEmpty();
    }

    private static org.assertj.core.api.ListAssert<ForeignKey> assertThatKeys(JooqTableSource source, String table) {
        return assertThat(source.foreignKeys(TableName.of("public", table)));
    }
}
