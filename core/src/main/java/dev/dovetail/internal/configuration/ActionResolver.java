package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ActionArgument;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.OperationKind;
import dev.dovetail.internal.configuration.Configuration.ActionField;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.schema.Fields;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.internal.schema.TypeTexts;
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Resolves actions: finds their fields in the schema, or adds them. */
final class ActionResolver {

    private final SchemaView schema;
    private final Signatures signatures;
    private final PermissionResolver permissions;
    private final Faults faults;
    private final Configuration result;
    private final AsyncActionResolver asynchronous;
    private final Set<String> taken = new HashSet<>();

    ActionResolver(
            SchemaView schema,
            PermissionResolver permissions,
            AsyncActionResolver asynchronous,
            Faults faults,
            Configuration result) {
        this.schema = schema;
        this.permissions = permissions;
        this.signatures = new Signatures(faults);
        this.asynchronous = asynchronous;
        this.faults = faults;
        this.result = result;
    }

    void resolve(ActionDefinition action) {
        if (!GraphQLNames.isValid(action.name())) {
            faults.add(action, "'" + action.name() + "' is no name for a field");
            return;
        }
        String root = rootType(action.operation());
        if (schema.rootType(action.operation()) == null && schema.kind(root) != null) {
            faults.add(
                    action,
                    "the schema has a type " + root + " that is not its "
                            + action.operation().name().toLowerCase(Locale.ROOT)
                            + " type; name the root type in the schema's own definition");
            return;
        }
        if (!taken.add(root + "." + action.name())) {
            faults.add(action, "another action of this name is declared for type " + root);
            return;
        }
        if (action.asynchronous() != null) {
            resolveAsynchronous(action, root);
            return;
        }
        Type<?> existing = schema.fields(root).get(action.name());
        if (existing != null) {
            checkReturns(action, existing);
        } else {
            addField(action, root);
        }
        if (action.isHandled()) {
            addHandled(action, root);
        } else if (!action.permissions().isEmpty()) {
            faults.add(
                    action,
                    "it has permissions and no handler, so that calls are none of Dovetail's; say .handler(...), or check"
                            + " in the field's own data fetcher");
        }
    }

    private void checkHandlers(ActionDefinition action) {
        if (action.handler() != null && action.batchHandler() != null) {
            faults.add(action, "it has both .handler(...) and .batchHandler(...); leave one out");
        }
        if (action.batchHandler() != null && action.operation() != OperationKind.QUERY) {
            faults.add(action, "it is a mutation, and those are called one after the other; say .handler(...)");
        }
    }

    private void addHandled(ActionDefinition action, String root) {
        checkHandlers(action);
        Map<String, Type<?>> arguments = arguments(action, root);
        result.actions().add(new ActionField(root, action, arguments, permissions.resolve(action, arguments)));
    }

    /** As the schema has them, or as they were added. */
    private Map<String, Type<?>> arguments(ActionDefinition action, String root) {
        if (schema.fields(root).containsKey(action.name())) {
            return schema.arguments(root, action.name());
        }
        Map<String, Type<?>> arguments = new LinkedHashMap<>();
        for (ActionArgument argument : action.arguments()) {
            Type<?> type = TypeTexts.parse(argument.type());
            if (type != null) {
                arguments.put(argument.name(), type);
            }
        }
        return arguments;
    }

    private void resolveAsynchronous(ActionDefinition action, String root) {
        String query = rootType(OperationKind.QUERY);
        if (action.operation() == OperationKind.QUERY) {
            faults.add(action, "it is a query; only mutations can be asynchronous");
        } else if (!taken.add(query + "." + action.name())) {
            faults.add(action, "another action of this name is declared for type " + query + ", which gets its result");
        } else if (asynchronous.resolve(action, root, query)) {
            addHandled(action, root);
        }
    }

    private String rootType(OperationKind operation) {
        String root = schema.rootType(operation);
        return root != null ? root : operation == OperationKind.QUERY ? "Query" : "Mutation";
    }

    private void checkReturns(ActionDefinition action, Type<?> existing) {
        Type<?> declared = action.returns() == null ? null : TypeTexts.parse(action.returns());
        if (action.returns() != null && (declared == null || !Fields.agree(existing, declared))) {
            faults.add(
                    action,
                    "it returns " + action.returns() + ", but the schema's field is of type "
                            + TypeTexts.print(existing) + "; leave .returns(...) out, or mend one of them");
        }
    }

    private void addField(ActionDefinition action, String root) {
        if (!action.isHandled()) {
            Map<String, Type<?>> fields = schema.fields(root);
            faults.add(
                    action,
                    "it has no handler, and type " + root + " has no field of its name"
                            + Hints.of(action.name(), fields.keySet()));
            return;
        }
        if (action.returns() == null) {
            faults.add(action, "the schema does not have its field yet; name its output type with .returns(type)");
            return;
        }
        Type<?> returns = signatures.type(action, action.returns());
        List<InputValueDefinition> arguments = signatures.arguments(action, action.arguments());
        if (returns == null) {
            return;
        }
        if (schema.rootType(action.operation()) == null) {
            result.additions().rootType(action.operation(), root);
        }
        result.additions()
                .field(
                        root,
                        Fields.field(action.name(), returns, arguments, action.description(), action.deprecation()));
    }
}
