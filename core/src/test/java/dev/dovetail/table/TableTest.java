package dev.dovetail.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {

    private static final Column ID = new Column("id", ColumnType.of(ColumnKind.INTEGER, "int4"), false, null);
    private static final Column LINE = new Column("line", ColumnType.of(ColumnKind.INTEGER, "int4"), false, null);
    private static final Column CODE = new Column("code", ColumnType.of(ColumnKind.TEXT, "text"), true, null);

    @Test
    void key_isTheFirstUniqueIndexWithoutNulls() {
        assertThat(table(
                                new Index(List.of("line"), false),
                                new Index(List.of("code"), true),
                                new Index(List.of("line", "id"), true),
                                new Index(List.of("id"), true))
                        .key())
                .containsExactly(LINE, ID);
    }

    @Test
    void key_ofATableWithoutSuchAnIndex_isEmpty() {
        assertThat(table(new Index(List.of("id"), false), new Index(List.of("id", "code"), true))
                        .key())
                .isEmpty();
        assertThat(table(new Index(List.of("lower"), true)).key()).isEmpty();
    }

    private static Table table(Index... indexes) {
        return Table.of(TableName.of("public", "items"), List.of(ID, LINE, CODE), List.of(indexes), null);
    }
}
