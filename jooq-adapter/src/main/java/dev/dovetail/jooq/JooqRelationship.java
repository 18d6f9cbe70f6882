package dev.dovetail.jooq;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.definition.TableRelationshipBuilder;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.OrderField;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * Declares relationships with jOOQ's generated classes, so that the compiler checks the table's and columns' names.
 *
 * <pre>{@code
 * JooqRelationship.object("user").on("LoginOutput").references(USERS).from("id").to(USERS.ID).build();
 * JooqRelationship.array("orders").on("User").along(Keys.ORDERS__ORDERS_USER_ID_FKEY).orderBy(ORDERS.AT.desc()).build();
 * }</pre>
 *
 * <p>A builder, not thread-safe; it builds core's own relationships.
 *
 * @param <R> the kind of relationship that is built
 * @param <B> the kind of core's builder
 */
public final class JooqRelationship<R extends TableRelationship, B extends TableRelationshipBuilder<R, B>> {

    private final B builder;
    private final boolean many;

    private JooqRelationship(B builder, boolean many) {
        this.builder = builder;
        this.many = many;
    }

    /** Begins an {@link ObjectRelationship}. */
    public static JooqRelationship<ObjectRelationship, ObjectRelationship.Builder> object(String name) {
        return new JooqRelationship<>(ObjectRelationship.named(name), false);
    }

    /** Begins an {@link ArrayRelationship}. */
    public static JooqRelationship<ArrayRelationship, ArrayRelationship.Builder> array(String name) {
        return new JooqRelationship<>(ArrayRelationship.named(name), true);
    }

    /** The object or interface type that gets the field. */
    public JooqRelationship<R, B> on(String typeName) {
        builder.on(typeName);
        return this;
    }

    /** The reference table. */
    public JooqRelationship<R, B> references(Table<?> table) {
        builder.references(GeneratedTables.schema(table), table.getName());
        return this;
    }

    /** The mapped fields of the type, by their GraphQL names, in the order of {@link #to}. */
    public JooqRelationship<R, B> from(String... fields) {
        builder.from(fields);
        return this;
    }

    /** The mapped columns of the type, which is a table's, in the order of {@link #to}. */
    public JooqRelationship<R, B> from(Field<?>... columns) {
        return from(JooqTable.names(columns));
    }

    /** The columns of the reference table that the mapped fields are compared with, in the order of {@link #from}. */
    public JooqRelationship<R, B> to(Field<?>... columns) {
        builder.to(JooqTable.names(columns));
        return this;
    }

    /**
     * Joins by a foreign key: an object relationship leads from the type of the table that has it to the row that is
     * referred to, an array relationship from the type of that row to all that refer to it.
     */
    public JooqRelationship<R, B> along(ForeignKey<?, ?> key) {
        return many
                ? references(key.getTable()).from(key.getKeyFieldsArray()).to(key.getFieldsArray())
                : references(key.getKey().getTable()).from(key.getFieldsArray()).to(key.getKeyFieldsArray());
    }

    /**
     * The columns of the reference table by which rows are ordered.
     *
     * @throws IllegalArgumentException if one is no column, or says where nulls are
     */
    public JooqRelationship<R, B> orderBy(OrderField<?>... columns) {
        for (OrderField<?> column : columns) {
            orderBy(column instanceof Field<?> field ? field.asc() : (SortField<?>) column);
        }
        return this;
    }

    private void orderBy(SortField<?> sorted) {
        if (!(sorted.$field() instanceof TableField<?, ?> column) || sorted.$nullOrdering() != null) {
            throw new IllegalArgumentException("Rows are ordered by columns, up or down, not by " + sorted);
        }
        if (sorted.getOrder() == SortOrder.DESC) {
            builder.orderByDescending(column.getName());
        } else {
            builder.orderBy(column.getName());
        }
    }

    /** Core's builder with what was said so far, for what is said by name. */
    public B and() {
        return builder;
    }

    /** The relationship. */
    public R build() {
        return builder.build();
    }
}
