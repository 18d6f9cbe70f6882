package dev.dovetail.jooq.internal.dialect;

import dev.dovetail.table.ForeignKey;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes tables. */
public interface TableCatalog {

    /** The table, or null when there is none of this name. */
    @Nullable
    Table describe(TableName name);

    /** The foreign keys of the table. */
    List<ForeignKey> foreignKeys(TableName name);

    /** The names of the tables that there are, as {@code schema.name}. */
    List<String> knownTables();
}
