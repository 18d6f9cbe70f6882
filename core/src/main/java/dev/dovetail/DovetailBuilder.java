package dev.dovetail;

import dev.dovetail.access.AccessRule;
import dev.dovetail.async.AsyncActionStore;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionPermission;
import dev.dovetail.definition.Limits;
import dev.dovetail.definition.Naming;
import dev.dovetail.definition.Relationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.internal.access.RequestCheck;
import dev.dovetail.internal.configuration.Catalog;
import dev.dovetail.internal.configuration.Definitions;
import dev.dovetail.internal.failure.Callers;
import dev.dovetail.internal.join.CatalogWatch;
import dev.dovetail.internal.join.Execution;
import dev.dovetail.internal.listening.Audience;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.listener.JoinListener;
import dev.dovetail.session.Session;
import dev.dovetail.session.SessionResolver;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableSource;
import graphql.GraphQLContext;
import graphql.schema.GraphQLScalarType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what the host declares. Made by {@link Dovetail#builder()}; not thread-safe. */
public final class DovetailBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(DovetailBuilder.class);

    private final Map<String, TableSource> sources = new LinkedHashMap<>();
    private final List<ActionDefinition> actions = new ArrayList<>();
    private final List<TableDefinition> tables = new ArrayList<>();
    private final List<Relationship> relationships = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<GraphQLScalarType> scalars = new ArrayList<>();
    private @Nullable Function<GraphQLContext, Session> session;
    private @Nullable SessionResolver sessions;
    private Naming naming = Naming.COLUMN_NAME;
    private @Nullable Function<GraphQLContext, Executor> executors;
    private Limits limits = Limits.NONE;
    private @Nullable AsyncActionStore asyncActions;
    private final List<JoinListener> listeners = new ArrayList<>();
    private @Nullable Predicate<GraphQLContext> joinTrace;
    private @Nullable Duration catalogRefresh = Duration.ofSeconds(10);

    DovetailBuilder() {}

    /** The database that tables are in, unless they name another source. */
    public DovetailBuilder tables(TableSource source) {
        return tables(TableName.DEFAULT_SOURCE, source);
    }

    /** One of several databases; tables and relationships name it with {@code .source(name)}. */
    public DovetailBuilder tables(String sourceName, TableSource source) {
        sources.put(sourceName, Objects.requireNonNull(source, "source"));
        return this;
    }

    /**
     * How to find the caller of a request in its context; nobody in particular by default. Asked before a request begins,
     * to refuse callers that lack what access rules need, and for each field, unless {@link #sessionFrom} is given too.
     */
    public DovetailBuilder session(Function<GraphQLContext, Session> resolver) {
        this.session = Objects.requireNonNull(resolver, "resolver");
        return this;
    }

    /**
     * How to find the caller of a field in its environment, where the caller may change within a request. Without
     * {@link #session}, nothing is known of the caller before the first field: what access rules need is then checked
     * when an action's handler is about to be called, for the caller of the action's own field.
     */
    public DovetailBuilder sessionFrom(SessionResolver resolver) {
        this.sessions = Objects.requireNonNull(resolver, "resolver");
        return this;
    }

    /** Declares an action. */
    public DovetailBuilder action(ActionDefinition action) {
        actions.add(Objects.requireNonNull(action, "action"));
        return this;
    }

    /**
     * Declares types that the schema does not have, for the arguments and answers of actions.
     *
     * @param sdl object types, input types and enums as SDL writes them; scalars such as {@code UUID} need no
     *     declaration
     */
    public DovetailBuilder types(String sdl) {
        types.add(Objects.requireNonNull(sdl, "sdl"));
        return this;
    }

    /**
     * Declares a scalar for declared types, arguments and answers of actions. If the schema has one of this name, that one
     * is used; if Dovetail knows one of this name, this one is used instead.
     */
    public DovetailBuilder scalar(GraphQLScalarType scalar) {
        scalars.add(Objects.requireNonNull(scalar, "scalar"));
        return this;
    }

    /** Declares a table that relationships may refer to. */
    public DovetailBuilder table(TableDefinition table) {
        tables.add(Objects.requireNonNull(table, "table"));
        return this;
    }

    /** Declares a relationship. */
    public DovetailBuilder relationship(Relationship relationship) {
        relationships.add(Objects.requireNonNull(relationship, "relationship"));
        return this;
    }

    /** How columns become field names; as they are by default. */
    public DovetailBuilder naming(Naming columnNaming) {
        this.naming = Objects.requireNonNull(columnNaming, "columnNaming");
        return this;
    }

    /**
     * What runs lookups, instead of the thread that completes a level of the request. Lookups of one level then run at
     * the same time. They no longer see what is bound to the request's thread, such as a transaction.
     */
    public DovetailBuilder batchExecutor(Executor lookups) {
        Objects.requireNonNull(lookups, "lookups");
        return batchExecutorFrom(context -> lookups);
    }

    /**
     * What runs the lookups of a request, found in its context: for frameworks that keep there what is bound to the
     * request's thread, and can bind it to another. A level may be completed by any thread, such as one that a data fetcher
     * of the host's completed its future on.
     *
     * <p>Spring for GraphQL, with lookups that stay on the thread that completes a level:
     *
     * <pre>{@code
     * batchExecutorFrom(context -> lookup -> ContextPropagationHelper.captureFrom(context).wrap(lookup).run())
     * }</pre>
     *
     * @param lookups is asked for each lookup, on the thread that completes the level; fields whose lookup gets no executor
     *     fail. Takes the place of {@link #batchExecutor}, whichever was said last
     */
    public DovetailBuilder batchExecutorFrom(Function<GraphQLContext, Executor> lookups) {
        this.executors = Objects.requireNonNull(lookups, "lookups");
        return this;
    }

    /**
     * How often, at most, the catalog is read again when a lookup fails because a table has changed; every ten seconds unless
     * said otherwise. See {@link Dovetail#refreshCatalog()}.
     *
     * @param pause the least time between two readings, which happen on a thread of Dovetail's own; null for never, so that
     *     the host refreshes the catalog itself
     */
    public DovetailBuilder catalogRefresh(@Nullable Duration pause) {
        this.catalogRefresh = pause;
        return this;
    }

    /** What bounds the rows, the depth and the memory of requests; nothing by default. */
    public DovetailBuilder limits(Limits bounds) {
        this.limits = Objects.requireNonNull(bounds, "bounds");
        return this;
    }

    /** Where the calls of asynchronous actions are kept; {@link Dovetail#asyncActionWorker} delivers them. */
    public DovetailBuilder asyncActions(AsyncActionStore store) {
        this.asyncActions = Objects.requireNonNull(store, "store");
        return this;
    }

    /** Adds what is told of every batch that relationships are joined by; of several, each is told. */
    public DovetailBuilder listener(JoinListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Lets the answers of some requests tell of their joins: under {@code extensions.dovetail}, for each batch the paths of
     * its fields, table, keys, rows, statements with placeholders, and times. No values, but names of tables and columns,
     * and how many rows there are: for developers, and not for every client. No answer does so unless this is said.
     *
     * <p>What is joined after the answer began ({@code @defer}) is not in it.
     *
     * @param allowed called once when a request begins, with its context; if it fails, the request is not traced
     */
    public DovetailBuilder joinTrace(Predicate<GraphQLContext> allowed) {
        this.joinTrace = Objects.requireNonNull(allowed, "allowed");
        return this;
    }

    /**
     * Reads the declared tables from their sources. What is wrong with them is reported when a schema is extended,
     * together with all other faults.
     */
    public Dovetail build() {
        if (session == null && sessions == null && namesRoles()) {
            LOG.warn(
                    "Access rules or permissions are for roles, and nobody has one: say .session(...), which tells who calls");
        }
        Catalog catalog = Catalog.read(sources, tables);
        return new Dovetail(
                new Definitions(actions, tables, relationships, types, scalars, naming, limits, asyncActions),
                catalog,
                new Execution(
                        callers(),
                        executors,
                        new Vocabulary(naming),
                        limits,
                        new RequestCheck(limits.depth()),
                        new CatalogWatch(catalogRefresh),
                        new Audience(listeners, joinTrace)));
    }

    private boolean namesRoles() {
        return Stream.concat(
                        tables.stream()
                                .flatMap(table -> table.access().stream())
                                .map(AccessRule::role),
                        actions.stream()
                                .flatMap(action -> action.permissions().stream())
                                .map(ActionPermission::role))
                .anyMatch(Objects::nonNull);
    }

    private Callers callers() {
        Function<GraphQLContext, Session> ofContext = session == null ? context -> Session.ANONYMOUS : session;
        return sessions == null ? Callers.ofRequest(ofContext) : new Callers(sessions, session);
    }
}
