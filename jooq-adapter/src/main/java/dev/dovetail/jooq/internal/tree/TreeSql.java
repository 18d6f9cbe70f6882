package dev.dovetail.jooq.internal.tree;

import dev.dovetail.jooq.internal.statement.Slot;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.ColumnType;
import java.util.function.Function;
import org.jooq.QueryPart;

/** How a database that answers trees is asked for them. */
public interface TreeSql {

    /**
     * The statement for a tree, which gives what {@link Tree} says.
     *
     * @param values what there is for a slot, which is a {@link LevelSlot}
     */
    QueryPart statement(Tree tree, Function<Slot, Object> values);

    /** The type of a value in a result, as it stands in a cast. */
    String type(ColumnType type);

    /** The type of an aggregate in a result, as it stands in a cast. */
    String type(Aggregate aggregate);

    /** The type of the mark that there is a row, as it stands in a cast. */
    String mark();
}
