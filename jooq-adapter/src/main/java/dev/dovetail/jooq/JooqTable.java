package dev.dovetail.jooq;

import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.TableName;
import java.util.Arrays;
import org.jooq.Field;
import org.jooq.Named;
import org.jooq.Table;

/**
 * Declares tables with jOOQ's generated classes, so that the compiler checks the names of tables and columns.
 *
 * <pre>{@code
 * JooqTable.of(USERS, USERS.ID, USERS.NAME).type("User")
 *     .field("provider").requires(JooqTable.names(USERS.AUTH0_ID))
 *     .build();
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
        return TableDefinition.of(GeneratedTables.schema(table), table.getName())
                .columns(names(columns));
    }

    /** The name of a table, for what core takes by it. */
    public static TableName name(Table<?> table) {
        return TableName.of(GeneratedTables.schema(table), table.getName());
    }

    /** The names of columns, for what core takes by them. */
    public static String[] names(Field<?>... columns) {
        return Arrays.stream(columns).map(Named::getName).toArray(String[]::new);
    }
}
