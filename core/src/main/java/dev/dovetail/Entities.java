package dev.dovetail;

import dev.dovetail.internal.entity.EntityFetcher;
import dev.dovetail.internal.entity.EntityTypes;
import dev.dovetail.internal.entity.TableEntities;
import graphql.schema.DataFetcher;
import graphql.schema.TypeResolver;
import java.util.Objects;

/**
 * Answers the entities of a federated graph: those of a table's type with its rows, looked up by the key in the
 * representation, all of a request in one statement for each type and key. Made by {@link Dovetail#entities()}.
 *
 * <pre>{@code
 * Entities entities = dovetail.entities();
 * GraphQLSchema schema = Federation.transform(registry, wiring)
 *         .fetchEntities(entities.fetcher())
 *         .resolveEntityType(entities.typeResolver())
 *         .build();
 * }</pre>
 *
 * <p>The access rules of the tables hold as for any relationship, and a row that the caller may not read is null. A key is
 * what the caller writes, so a caller who may not read its columns has an error with {@code access-denied} in place of the
 * row. A representation that is not right, or whose lookup fails, is null with an error of its own.
 *
 * <p>Entities that are no rows are their representations, unless {@link #others} says otherwise: enough for types that this
 * service only adds relationships to.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class Entities {

    private final TableEntities tables;
    private final DataFetcher<?> others;
    private final TypeResolver otherTypes;

    Entities(TableEntities tables) {
        this(tables, environment -> environment.getArgument("representations"), EntityTypes::named);
    }

    private Entities(TableEntities tables, DataFetcher<?> others, TypeResolver otherTypes) {
        this.tables = tables;
        this.others = others;
        this.otherTypes = otherTypes;
    }

    /**
     * The same, with the host's own for entities that are no rows.
     *
     * @param fetcher finds in the argument {@code representations} only those that are no rows, and gives a value, or null,
     *     for each of them: a list, or a future of one. Where it fails, these alone are null, with {@code
     *     entity-fetch-failed}; a {@link dev.dovetail.error.ActionException} is shown to the client
     * @param typeResolver is asked for the types of what the data fetcher gave
     */
    public Entities others(DataFetcher<?> fetcher, TypeResolver typeResolver) {
        return new Entities(
                tables,
                Objects.requireNonNull(fetcher, "fetcher"),
                Objects.requireNonNull(typeResolver, "typeResolver"));
    }

    /** Answers the field {@code _entities}. */
    public DataFetcher<Object> fetcher() {
        return new EntityFetcher(tables, others);
    }

    /** Tells the type of each of its answers, for the union {@code _Entity}. */
    public TypeResolver typeResolver() {
        return new EntityTypes(otherTypes);
    }
}
