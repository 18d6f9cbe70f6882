package dev.dovetail.jooq;

import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import graphql.GraphQLContext;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a database that jOOQ speaks to.
 *
 * <p>Listeners, settings, schema mappings and the connection provider of the {@link DSLContext} are used as they are: a
 * lookup takes part in a transaction that is bound to it, behind a savepoint, and {@code Settings.queryTimeout} bounds
 * it. Lookups block the thread that they run on.
 *
 * <p>Where {@link dev.dovetail.definition.Limits} bound the bytes of a batch, its result is fetched a part at a time, so
 * that the driver never holds it as a whole either. PostgreSQL's driver does so only inside a transaction: on a connection
 * in auto-commit mode, such a lookup gets a transaction of its own, which costs one round trip more for its commit, and
 * leaves the connection in auto-commit mode.
 *
 * <pre>{@code
 * JooqTableSource.of(dsl);
 *
 * JooqTableSource.perContext(context -> tenants.dsl(context.get("tenant")))
 *     .catalog(dsl)
 *     .build();
 * }</pre>
 *
 * <p><b>Thread-safety:</b> immutable, and as safe as the {@code DSLContext}; the builder is not thread-safe.
 */
public final class JooqTableSource implements TableSource {

    private final Function<GraphQLContext, DSLContext> dsl;
    private final TableCatalog catalog;
    private final Dialect dialect;

    private JooqTableSource(Function<GraphQLContext, DSLContext> dsl, TableCatalog catalog, Dialect dialect) {
        this.dsl = dsl;
        this.catalog = catalog;
        this.dialect = dialect;
    }

    /** The tables of one database, whose catalog is read from it. */
    public static JooqTableSource of(DSLContext dsl) {
        return new Builder(context -> dsl).catalog(dsl).build();
    }

    /**
     * The tables of a database that depends on the request: a tenant's, or the one whose transaction the host has put
     * into the context.
     *
     * @param dsl called once for each batch
     */
    public static Builder perContext(Function<GraphQLContext, DSLContext> dsl) {
        return new Builder(Objects.requireNonNull(dsl, "dsl"));
    }

    @Override
    public @Nullable Table describe(TableName name) {
        return catalog.describe(name);
    }

    @Override
    public List<String> knownTables() {
        return catalog.knownTables();
    }

    @Override
    public Set<Operator> operators(ColumnType type) {
        return dialect.operators(type);
    }

    @Override
    public CompletionStage<TableRows> load(TableRequest request) {
        return CompletableFuture.completedFuture(new Lookup(dsl.apply(request.context()), request).run());
    }

    /** Builds a {@link JooqTableSource}. Not thread-safe. */
    public static final class Builder {

        private final Function<GraphQLContext, DSLContext> dsl;
        private @Nullable TableCatalog catalog;
        private Dialect dialect = PostgresDialect.INSTANCE;

        private Builder(Function<GraphQLContext, DSLContext> dsl) {
            this.dsl = dsl;
        }

        /** Reads the catalog from this database, which has the same tables as every other that may be asked. */
        public Builder catalog(DSLContext database) {
            this.dialect = Dialect.of(database);
            this.catalog = dialect.catalog(database);
            return this;
        }

        /**
         * Takes the catalog from classes that jOOQ generated, so that a schema can be built where no database is. For
         * PostgreSQL.
         */
        public Builder catalog(org.jooq.Table<?>... generated) {
            this.dialect = PostgresDialect.INSTANCE;
            this.catalog = new GeneratedCatalog(List.of(generated));
            return this;
        }

        /**
         * The source.
         *
         * @throws IllegalStateException if no catalog was named
         */
        public JooqTableSource build() {
            if (catalog == null) {
                throw new IllegalStateException("Name a catalog: .catalog(dsl), or .catalog(generated tables...)");
            }
            return new JooqTableSource(dsl, catalog, dialect);
        }
    }
}
