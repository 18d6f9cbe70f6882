package dev.dovetail.jooq;

import dev.dovetail.definition.TableDefinition;
import java.util.Arrays;
import org.jooq.Field;
import org.jooq.Named;
import org.jooq.Table;

/**
 * Declares tables with jOOQ's generated classes.
 *
 * <pre>{@code
 * JooqTable.of(USERS, USERS.ID, USERS.NAME).type("User").build();
 * }</pre>
 */
public final class JooqTable {

    private JooqTable() {}

    /**
     * Begins the definition of a table.
     *
     * @param columns the columns that its type shows; none to say it later
     */
    public static TableDefinition.Builder of(Table<?> table, Field<?>... columns) {
        return TableDefinition.of(GeneratedCatalog.schema(table), table.getName())
                .columns(Arrays.stream(columns).map(Named::getName).toArray(String[]::new));
    }
}
