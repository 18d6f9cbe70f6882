package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.internal.access.ActionAccess;
import dev.dovetail.internal.generation.AggregateField;
import dev.dovetail.internal.model.ActionJoin;
import dev.dovetail.internal.model.Form;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.model.Remote;
import dev.dovetail.internal.schema.Additions;
import graphql.language.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The host's definitions, resolved: what to add to its schema, and what answers which field.
 *
 * @param columns fields that show a column and have no data fetcher of the host's
 * @param joins fields that are relationships
 * @param aggregates fields that show what was computed of a relationship's rows
 * @param remotes fields whose values a loader of the host's gives
 * @param actionJoins fields that are relationships to actions
 * @param actions fields that are answered by a handler
 * @param asyncFields fields that tell what became of the calls of asynchronous actions
 * @param entities rows that a federated graph refers to by keys
 */
public record Configuration(
        Additions additions,
        List<ColumnField> columns,
        List<JoinField> joins,
        List<AggregateField> aggregates,
        List<RemoteField> remotes,
        List<ActionJoinField> actionJoins,
        List<ActionField> actions,
        List<AsyncField> asyncFields,
        EntityKeys entities) {

    /** Without anything yet. */
    Configuration() {
        this(
                new Additions(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new EntityKeys());
    }

    /** The same for a host that answers its entities itself. */
    public Configuration withoutEntities() {
        return new Configuration(
                additions, columns, joins, aggregates, remotes, actionJoins, actions, asyncFields, new EntityKeys());
    }

    /**
     * A field that shows a column.
     *
     * @param position the column's place in its table
     */
    public record ColumnField(String typeName, String field, int position) {}

    /** A relationship's field on one object type, in one of its forms. */
    public record JoinField(String typeName, String field, Join join, Form form) {}

    /** A remote relationship's field on one object type. */
    public record RemoteField(String typeName, Remote remote) {}

    /** A field of a relationship to an action, on one object type. */
    public record ActionJoinField(String typeName, ActionJoin join) {}

    /**
     * An action's field on its root type.
     *
     * @param arguments the types of its arguments, by their names
     */
    public record ActionField(
            String typeName, ActionDefinition action, Map<String, Type<?>> arguments, ActionAccess access) {}

    /** A field that tells what became of an asynchronous action's calls, on a root type. */
    public record AsyncField(String typeName, ActionDefinition action, AsyncUse use) {}

    /** What such a field does. */
    public enum AsyncUse {
        /** Tells what became of a call. */
        RESULT,
        /** Tells it again when it changes. */
        EVENTS
    }
}
