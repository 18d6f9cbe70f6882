package dev.dovetail.jooq.internal.ignite;

import dev.dovetail.jooq.internal.statement.GroupedRows;
import dev.dovetail.jooq.internal.statement.Keys;
import dev.dovetail.jooq.internal.statement.ManyKeys;
import dev.dovetail.jooq.internal.statement.Parts;
import dev.dovetail.jooq.internal.statement.Shape;
import dev.dovetail.jooq.internal.statement.UnionRows;
import org.jooq.SelectQuery;

/** Groups the rows of all keys where aggregates are of all that a key has, which takes no ranking; else a union. */
final class IgniteRows implements ManyKeys {

    @Override
    public SelectQuery<?> select(Parts parts, Keys keys, Shape shape) {
        return shape.named() == 0
                ? new GroupedRows(parts, keys).select()
                : new UnionRows(parts, keys).select(shape.named());
    }

    @Override
    public SelectQuery<?> ofOne(Parts parts, Keys keys) {
        return parts.isBounded() ? new UnionRows(parts, keys).select(1) : new GroupedRows(parts, keys).select();
    }
}
