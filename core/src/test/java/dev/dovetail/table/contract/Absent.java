package dev.dovetail.table.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.Column;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Columns that a database is said not to have. */
final class Absent {

    private Absent() {}

    /** The database refuses the table, or does not find the texts equal. */
    static void flavour(ContractDatabase database, ContractTable table, String text, String other) {
        TableName name;
        try {
            name = database.create(table, List.<Object[]>of(new Object[] {1, text, 1}));
        } catch (RuntimeException refused) {
            return;
        }
        Kept kept = Kept.in(database);
        TableQuery query = Selections.of(kept.table(name, List.of()))
                .ofEach(table.columns().get(1).name());
        assertThat(kept.load(Kept.request(query, Kept.keys(other))).count())
                .as("a flavour that %s is said not to have", database)
                .isZero();
    }

    /** The database refuses the value, or makes something else of it. */
    static void value(Supplier<@Nullable Object> read, Object value) {
        Object made;
        try {
            made = read.get();
        } catch (RuntimeException refused) {
            return;
        }
        assertThat(made).as("a value that the database is said not to have").isNotEqualTo(value);
    }

    /** The database refuses the table, or makes something else of the column. */
    static void kind(ContractDatabase database, ContractTable table, ContractColumn column) {
        TableName name;
        try {
            name = database.create(table, List.of());
        } catch (RuntimeException refused) {
            return;
        }
        Table described = Objects.requireNonNull(database.source().describe(name));
        Column made = Kept.column(described, column.name());
        assertThat(made.type().kind())
                .as("a kind that %s is said not to have", database)
                .isNotEqualTo(column.kind());
    }
}
