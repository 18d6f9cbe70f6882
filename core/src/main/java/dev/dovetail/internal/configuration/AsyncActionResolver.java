package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.OperationKind;
import dev.dovetail.internal.configuration.Configuration.AsyncField;
import dev.dovetail.internal.configuration.Configuration.AsyncUse;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.schema.Fields;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.internal.schema.TypeComparison;
import dev.dovetail.internal.schema.TypeTexts;
import dev.dovetail.internal.schema.Types;
import graphql.language.FieldDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import java.util.List;

/**
 * Resolves asynchronous actions: a mutation field that gives an id, and fields that tell what became of it. Their type has
 * the action's name, as in Hasura.
 */
final class AsyncActionResolver {

    private static final Type<?> ID = TypeTexts.nonNull(TypeTexts.named("UUID"));

    private final SchemaView schema;
    private final boolean stored;
    private final Signatures signatures;
    private final Faults faults;
    private final Configuration result;

    /**
     * @param stored whether there is a store of asynchronous actions
     */
    AsyncActionResolver(SchemaView schema, boolean stored, Faults faults, Configuration result) {
        this.schema = schema;
        this.stored = stored;
        this.signatures = new Signatures(faults);
        this.faults = faults;
        this.result = result;
    }

    /** Whether calls of the action can be stored. */
    boolean resolve(ActionDefinition action, String mutation, String query) {
        Type<?> output = isComplete(action) ? signatures.type(action, String.valueOf(action.returns())) : null;
        if (output == null) {
            return false;
        }
        addType(action, output);
        addCall(action, mutation);
        Type<?> type = TypeTexts.named(action.name());
        addRootType(OperationKind.QUERY, query);
        addResult(action, query, type, AsyncUse.RESULT);
        String subscription = schema.subscriptionType();
        if (subscription != null) {
            addResult(action, subscription, type, AsyncUse.EVENTS);
        }
        return true;
    }

    private boolean isComplete(ActionDefinition action) {
        if (!stored) {
            faults.add(action, "it is asynchronous, but nothing stores its calls; say .asyncActions(store)");
        }
        if (action.handler() == null) {
            faults.add(action, "it is asynchronous, but has no handler; say .handler(handler)");
        }
        if (action.returns() == null) {
            faults.add(action, "it is asynchronous: name the type of its output with .returns(type)");
        }
        return stored && action.handler() != null && action.returns() != null;
    }

    private void addCall(ActionDefinition action, String mutation) {
        addRootType(OperationKind.MUTATION, mutation);
        FieldDefinition call = Fields.field(
                action.name(),
                ID,
                signatures.arguments(action, action.arguments()),
                action.description(),
                action.deprecation());
        add(action, mutation, call);
    }

    private void addResult(ActionDefinition action, String root, Type<?> type, AsyncUse use) {
        FieldDefinition field = Fields.field(
                action.name(),
                type,
                List.of(Fields.argument("id", ID, "What the mutation gave.")),
                "What became of a call of the action; null for others than its caller.",
                null);
        add(action, root, field);
        result.asyncFields().add(new AsyncField(root, action, use));
    }

    /** Behind an earlier extension of the same schema, all is there. */
    private void add(ActionDefinition action, String root, FieldDefinition field) {
        Type<?> existing = schema.fields(root).get(action.name());
        if (existing == null) {
            result.additions().field(root, field);
        } else if (!Fields.agree(existing, field.getType())) {
            faults.add(
                    action,
                    "it is asynchronous and needs a field " + root + "." + action.name() + " of type "
                            + TypeTexts.print(field.getType()) + ", but the schema's is of type "
                            + TypeTexts.print(existing) + "; rename one of them");
        }
    }

    private void addType(ActionDefinition action, Type<?> output) {
        ObjectTypeDefinition type = Types.object(
                action.name(),
                "What became of a call of the action " + action.name() + ".",
                List.of(
                        Fields.field("id", ID, "What the mutation gave."),
                        Fields.field(
                                "created_at", TypeTexts.nonNull(TypeTexts.named("DateTime")), "When it was called."),
                        Fields.field("errors", TypeTexts.named("JSON"), "Why there is no output; null without errors."),
                        Fields.field("output", nullable(output), "Null until it is there.")));
        if (schema.kind(action.name()) != null) {
            new TypeComparison(schema)
                    .difference(type)
                    .ifPresent(difference -> faults.add(
                            action,
                            "it is asynchronous and needs a type of its name, but the schema's is another: "
                                    + difference + "; rename one of them"));
        } else if (result.additions().types().containsKey(action.name())) {
            faults.add(
                    action,
                    "it is asynchronous and needs a type of its name, which another type has; rename one of them");
        } else {
            result.additions().type(type);
        }
    }

    private static Type<?> nullable(Type<?> type) {
        return type instanceof NonNullType wrapper ? wrapper.getType() : type;
    }

    private void addRootType(OperationKind operation, String root) {
        if (schema.rootType(operation) == null) {
            result.additions().rootType(operation, root);
        }
    }
}
