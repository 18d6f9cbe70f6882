package dev.dovetail.jooq;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.definition.TableRelationshipBuilder;
import java.util.Arrays;
import org.jooq.Field;
import org.jooq.Named;
import org.jooq.Table;

/**
 * Declares relationships with jOOQ's generated classes, so that the compiler checks the table's and columns' names.
 *
 * <pre>{@code
 * JooqRelationship.array("orders").on("User").references(ORDERS).from("id").to(ORDERS.USER_ID).build();
 * }</pre>
 *
 * <p>A builder, not thread-safe; it builds core's own relationships.
 *
 * @param <R> the kind of relationship that is built
 * @param <B> the kind of core's builder
 */
public final class JooqRelationship<R extends TableRelationship, B extends TableRelationshipBuilder<R, B>> {

    private final B builder;

    private JooqRelationship(B builder) {
        this.builder = builder;
    }

    /** Begins an {@link ObjectRelationship}. */
    public static JooqRelationship<ObjectRelationship, ObjectRelationship.Builder> object(String name) {
        return new JooqRelationship<>(ObjectRelationship.named(name));
    }

    /** Begins an {@link ArrayRelationship}. */
    public static JooqRelationship<ArrayRelationship, ArrayRelationship.Builder> array(String name) {
        return new JooqRelationship<>(ArrayRelationship.named(name));
    }

    /** The object or interface type that gets the field. */
    public JooqRelationship<R, B> on(String typeName) {
        builder.on(typeName);
        return this;
    }

    /** The reference table. */
    public JooqRelationship<R, B> references(Table<?> table) {
        builder.references(GeneratedCatalog.schema(table), table.getName());
        return this;
    }

    /** The mapped fields of the type, by their GraphQL names, in the order of {@link #to}. */
    public JooqRelationship<R, B> from(String... fields) {
        builder.from(fields);
        return this;
    }

    /** The columns of the reference table that the mapped fields are compared with, in the order of {@link #from}. */
    public JooqRelationship<R, B> to(Field<?>... columns) {
        builder.to(Arrays.stream(columns).map(Named::getName).toArray(String[]::new));
        return this;
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
