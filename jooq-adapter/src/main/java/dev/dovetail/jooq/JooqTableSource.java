package dev.dovetail.jooq;

import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.dialect.TableCatalog;
import dev.dovetail.jooq.internal.lookup.DownServers;
import dev.dovetail.jooq.internal.lookup.Lookup;
import dev.dovetail.jooq.internal.lookup.RoundTripTime;
import dev.dovetail.jooq.internal.lookup.RowCounts;
import dev.dovetail.jooq.internal.lookup.StatementTexts;
import dev.dovetail.jooq.internal.lookup.TreeChoice;
import dev.dovetail.jooq.internal.standby.Routing;
import dev.dovetail.jooq.internal.standby.ServerLookup;
import dev.dovetail.jooq.internal.standby.Standby;
import dev.dovetail.session.Session;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Feature;
import dev.dovetail.table.ForeignKey;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import graphql.GraphQLContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
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
 * <p>Where PostgreSQL has the rows of a table from other servers ({@code postgres_fdw}), statements name their keys, so that each
 * server is asked for its own. If a server does not answer, and the table is partitioned by columns of the key, the keys of
 * the other servers are asked for again, and those of this one fail; it is then left alone for a second.
 *
 * <p>A batch takes one connection, after those before it gave theirs back: a request takes one at a time, or as many at once
 * as the executor of {@link dev.dovetail.DovetailBuilder#batchExecutor} has threads, and the pool bounds all requests
 * together. Batches never wait for each other while they have a connection, so that a pool of one is enough; those that share
 * a connection, in a transaction of the host's, take turns.
 *
 * <p>When a request is cancelled (see {@link dev.dovetail.Dovetail#cancel}), its statement is cancelled within some tenths of
 * a second. Waiting for a connection is not cut short, but no statement is begun with it.
 *
 * <p>After a migration, a connection may have statements prepared whose columns are of other types now. Lookups word theirs
 * anew then, and are made again. In a transaction of the host's, a pool such as HikariCP has closed the connection by then;
 * the option {@code autosave=conservative} of PostgreSQL's driver prevents that for all statements of the transaction.
 *
 * <p>jOOQ builds and renders a statement once for all lookups that differ in values alone; the texts of some hundreds are
 * kept, without values. Statements with a condition of the host's ({@link JooqRows}), or in the presence of a {@link
 * org.jooq.VisitListener}, are built for each lookup.
 *
 * <pre>{@code
 * JooqTableSource.of(dsl);
 *
 * JooqTableSource.on(dsl)
 *     .databaseSession((session, context) ->
 *             DatabaseSession.NONE.role("app_user").setting("app.tenant", session.variable("tenant")))
 *     .build();
 *
 * JooqTableSource.perContext(context -> tenants.dsl(context.get("tenant")))
 *     .catalog(dsl)
 *     .build();
 *
 * JooqTableSource.on(primary).standby(first).standby(second).build();
 * }</pre>
 *
 * <p><b>Thread-safety:</b> immutable, and as safe as the {@code DSLContext}; the builder is not thread-safe.
 */
public final class JooqTableSource implements TableSource {

    private final Function<GraphQLContext, DSLContext> dsl;
    private final TableCatalog catalog;
    private final Dialect dialect;
    private final SQLDialect family;
    private final BiFunction<Session, GraphQLContext, DatabaseSession> databaseSession;
    private final StatementTexts texts = new StatementTexts();
    private final TreeChoice trees;
    private final DownServers down = new DownServers();
    private final @Nullable Routing routing;

    private JooqTableSource(Builder builder, Dialect dialect, TableCatalog catalog) {
        this.dsl = builder.dsl;
        this.catalog = catalog;
        this.dialect = dialect;
        this.family = builder.database.family();
        this.databaseSession = builder.databaseSession;
        this.trees = new TreeChoice(builder.roundTrips.use(), new RoundTripTime(), new RowCounts());
        this.routing = builder.routing(trees);
    }

    /** The tables of one database, whose catalog is read from it. */
    public static JooqTableSource of(DSLContext dsl) {
        return on(dsl).build();
    }

    /** Begins with the tables of one database, whose catalog is read from it. */
    public static Builder on(DSLContext dsl) {
        return perContext(context -> dsl).catalog(dsl);
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
    public List<ForeignKey> foreignKeys(TableName name) {
        return catalog.foreignKeys(name);
    }

    @Override
    public Set<Operator> operators(ColumnType type) {
        return dialect.operators(type);
    }

    @Override
    public Set<Feature> unsupported() {
        return dialect.unsupported();
    }

    @Override
    public CompletionStage<TableRows> load(TableRequest request) {
        GraphQLContext context = request.context();
        DatabaseSession session = Objects.requireNonNull(
                databaseSession.apply(request.session(), context), "The function gave no database session");
        DSLContext asked = checked(dsl.apply(context));
        ServerLookup lookup =
                (server, choice) -> new Lookup(server, dialect, request, session.all(), texts, choice, down).run();
        return CompletableFuture.completedFuture(
                routing == null
                        ? lookup.on(asked, trees)
                        : routing.load(asked, request, WalPosition.broughtBy(context), lookup));
    }

    private DSLContext checked(DSLContext asked) {
        if (asked.family() != family) {
            throw new UnsupportedOperationException("The catalog is of " + family.getName()
                    + ", but the database of this request is " + asked.family().getName());
        }
        return asked;
    }

    /**
     * How far the primary's log has come: behind all that was committed before this call. For what a client that wrote
     * brings along to its next requests.
     *
     * @return {@link WalPosition#PRIMARY} if the primary cannot be asked or is inside a transaction of the host's, or if
     *     there are no standbys
     */
    public WalPosition walPosition() {
        return routing == null ? WalPosition.PRIMARY : WalPosition.of(routing.position());
    }

    /** Builds a {@link JooqTableSource}. Not thread-safe. */
    public static final class Builder {

        private final Function<GraphQLContext, DSLContext> dsl;
        private SQLDialect database = SQLDialect.DEFAULT;
        private @Nullable Function<Dialect, TableCatalog> catalog;
        private GeneratedTables generated = GeneratedTables.of(List.of());
        private Strategy strategy = Strategy.AUTOMATIC;
        private BiFunction<Session, GraphQLContext, DatabaseSession> databaseSession =
                (session, context) -> DatabaseSession.NONE;
        private RoundTrips roundTrips = RoundTrips.AUTOMATIC;
        private @Nullable DSLContext primary;
        private final List<DSLContext> standbys = new ArrayList<>();
        private Duration waitForStandby = Duration.ZERO;

        private Builder(Function<GraphQLContext, DSLContext> dsl) {
            this.dsl = dsl;
        }

        /** Reads the catalog from this database, which has the same tables as every other that may be asked. */
        public Builder catalog(DSLContext database) {
            this.primary = database;
            this.database = database.dialect();
            this.catalog = dialect -> new ConvertedCatalog(dialect.catalog(database), generated);
            return this;
        }

        /**
         * Applies the converters and bindings of classes that jOOQ generated (forced types) to the columns of the catalog
         * that is read from the database. Classes of tables that are not used, or not there, do no harm.
         */
        public Builder generated(org.jooq.Table<?>... classes) {
            this.generated = GeneratedTables.of(List.of(classes));
            return this;
        }

        /** Like {@link #generated(org.jooq.Table...)}, with all tables of these schemas. */
        public Builder generated(org.jooq.Schema... classes) {
            return generated(GeneratedTables.in(classes));
        }

        /**
         * Takes the catalog from classes that jOOQ generated from PostgreSQL, so that a schema can be built where no
         * database is. They do not tell all: see {@link #generated} for where there is one.
         */
        public Builder catalog(org.jooq.Table<?>... generated) {
            return catalog(SQLDialect.POSTGRES, generated);
        }

        /**
         * Takes the catalog from classes that jOOQ generated, so that a schema can be built where no database is.
         *
         * @param database what they were generated from, and what will be asked
         */
        public Builder catalog(SQLDialect database, org.jooq.Table<?>... generated) {
            GeneratedTables tables = GeneratedTables.of(List.of(generated));
            this.database = database;
            this.catalog = dialect -> new GeneratedCatalog(tables, dialect);
            return this;
        }

        /** Like {@link #catalog(org.jooq.Table...)}, with all tables of these schemas. */
        public Builder catalog(org.jooq.Schema... generated) {
            return catalog(SQLDialect.POSTGRES, generated);
        }

        /** Like {@link #catalog(SQLDialect, org.jooq.Table...)}, with all tables of these schemas. */
        public Builder catalog(SQLDialect database, org.jooq.Schema... generated) {
            return catalog(database, GeneratedTables.in(generated));
        }

        /**
         * Lets the database's own rules of access apply to the caller, such as PostgreSQL's row-level security: each lookup
         * takes the role and the settings of its caller, for itself alone.
         *
         * <p>One statement sets them all in front of the lookup's own, both in a transaction: a lookup then takes about
         * twice as long, and two round trips more. On a connection in auto-commit mode the transaction is the lookup's, and
         * is committed behind it. In a transaction of the host's it all happens behind a savepoint that is then rolled back
         * to, so that the host's own role and settings are as before. Nothing stays on the connection, whether the lookup
         * succeeds, fails or is cancelled.
         *
         * <p>If the function fails, or the database refuses what it gives, nothing is read.
         *
         * @param function called once for each lookup, which is one caller's, by many threads; it should
         *     depend on its arguments alone, by which lookups are told apart
         */
        public Builder databaseSession(BiFunction<Session, GraphQLContext, DatabaseSession> function) {
            this.databaseSession = Objects.requireNonNull(function, "function");
            return this;
        }

        /**
         * How many round trips tables take that are joined to each other; {@link RoundTrips#AUTOMATIC} unless said
         * otherwise. Where {@link dev.dovetail.definition.Limits} bound the bytes of a batch, and for other databases than
         * PostgreSQL, there is one for each relationship.
         */
        public Builder roundTrips(RoundTrips wanted) {
            this.roundTrips = Objects.requireNonNull(wanted, "wanted");
            return this;
        }

        /** How the rows of many keys are found; {@link Strategy#AUTOMATIC} unless said otherwise. */
        public Builder strategy(Strategy wanted) {
            this.strategy = Objects.requireNonNull(wanted, "wanted");
            return this;
        }

        /**
         * Adds a streaming standby of the database whose catalog is read, which is its primary. For PostgreSQL.
         *
         * <p>The joins of queries read standbys, those of one request the same one, requests in turns. If a standby cannot
         * be reached, the next one is read, and the primary if there is none; it is left alone for two seconds then, as
         * long as another server answers. Give its pool a short timeout: some requests wait for a connection in vain until
         * that is known, and one does each time it is tried again. What a standby cancels, to go on replaying its log, is
         * asked of another server once.
         *
         * <p>What a query reads from a standby may be some milliseconds old. Joins of mutations and subscriptions, and of
         * what an asynchronous action did, show what was written: they read the primary, or else {@linkplain
         * #waitForStandby wait for a standby}; if the primary cannot be reached, they fail. Joins of a query that brings a
         * {@link WalPosition} along read no standby that is behind it.
         *
         * <p>All servers are taken to have one login's roles and rights, and connections in auto-commit mode. A
         * transaction of the host's is at the primary alone; a request inside one is kept there by another {@code
         * DSLContext}, as only those whose {@code DSLContext} is the catalog's are led to standbys:
         *
         * <pre>{@code
         * JooqTableSource.perContext(context -> context.getOrDefault("transaction", primary))
         *     .catalog(primary)
         *     .standby(standby)
         *     .build();
         * }</pre>
         *
         * @throws UnsupportedOperationException if the standby is not PostgreSQL
         */
        public Builder standby(DSLContext standby) {
            if (standby.family() != SQLDialect.POSTGRES) {
                throw new UnsupportedOperationException(
                        "Standbys are PostgreSQL's, not " + standby.family().getName() + "'s");
            }
            standbys.add(standby);
            return this;
        }

        /**
         * How long a join that must show what was written waits for its standby to replay that, before it reads the primary
         * instead; it holds no connection while it waits. {@link Duration#ZERO} unless said otherwise: joins of mutations
         * read the primary at once, and those of a query with a {@link WalPosition} do, if the standby is behind it.
         *
         * <p>To wait spares the primary large reads and costs time: a statement tells how far the primary is, and one or
         * more how far the standby.
         *
         * @throws IllegalArgumentException if the duration is negative
         */
        public Builder waitForStandby(Duration atMost) {
            if (atMost.isNegative()) {
                throw new IllegalArgumentException("A wait cannot be negative: " + atMost);
            }
            this.waitForStandby = atMost;
            return this;
        }

        /**
         * Null if there is but one.
         *
         * @param trees the primary's; it takes another time to reach the others, but they have as many rows
         */
        private @Nullable Routing routing(TreeChoice trees) {
            if (primary == null || standbys.isEmpty()) {
                return null;
            }
            List<Standby> followers = new ArrayList<>();
            for (DSLContext standby : standbys) {
                TreeChoice own = new TreeChoice(roundTrips.use(), new RoundTripTime(), trees.counts());
                followers.add(new Standby("Standby " + (followers.size() + 1), standby, own));
            }
            return new Routing(primary, trees, followers, waitForStandby);
        }

        /**
         * The source.
         *
         * @throws IllegalStateException if no catalog was named, or standbys of no primary
         * @throws UnsupportedOperationException if Dovetail does not speak to the database, or not by the strategy
         */
        public JooqTableSource build() {
            if (catalog == null) {
                throw new IllegalStateException("Name a catalog: .catalog(dsl), or .catalog(generated tables...)");
            }
            if (primary == null && !standbys.isEmpty()) {
                throw new IllegalStateException("Name the primary of the standbys: .on(dsl), or .catalog(dsl)");
            }
            Dialect dialect = Dialects.of(database, strategy);
            return new JooqTableSource(this, dialect, catalog.apply(dialect));
        }
    }
}
