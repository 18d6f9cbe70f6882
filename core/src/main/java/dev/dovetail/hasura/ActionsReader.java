package dev.dovetail.hasura;

import dev.dovetail.definition.ActionArgument;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.definition.ActionPermission;
import dev.dovetail.definition.AsyncPolicy;
import dev.dovetail.definition.OperationKind;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.schema.TypeTexts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the actions. */
final class ActionsReader {

    private final Settings settings;
    private final ActionSdl sdl;
    private final CustomTypes types;
    private final Report report;
    private final Faults faults;
    private final WebhookReader webhooks;
    private final Set<String> names = new LinkedHashSet<>();

    ActionsReader(Settings settings, ActionSdl sdl, CustomTypes types, Report report, Faults faults) {
        this.settings = settings;
        this.sdl = sdl;
        this.types = types;
        this.report = report;
        this.faults = faults;
        this.webhooks = new WebhookReader(settings, report, faults);
    }

    List<ActionDefinition> read(Collected parts) {
        ActionRoles roles = new ActionRoles(parts.permissions(), report);
        List<ActionDefinition> actions = new ArrayList<>();
        for (Entry entry : parts.actions()) {
            ActionDefinition action = action(entry, roles);
            if (action != null) {
                actions.add(action);
            }
        }
        roles.reportRest();
        sdl.reportRest();
        checkNames(settings.handlers().keySet(), "handler");
        checkNames(settings.webhooks().keySet(), "webhook");
        return actions;
    }

    private @Nullable ActionDefinition action(Entry entry, ActionRoles roles) {
        String name = entry.get("name").name();
        Entry definition = entry.get("definition");
        names.add(name);
        Signature signature = signature(name, definition);
        Set<String> allowed = roles.of(name, entry.list("permissions"));
        String comment = entry.optionalText("comment");
        report.unread(entry);
        String kind = kind(definition);
        AsyncPolicy policy = kind.equals("asynchronous") ? settings.asynchronous() : null;
        if (!kind.equals("synchronous") && policy == null) {
            report.add(
                    definition.get("kind"),
                    "actions of kind " + kind + " are left out; asynchronous ones are taken over with"
                            + " .asynchronous(policy), and .asyncActions(store) of the builder");
            return null;
        }
        ActionHandler handler = handler(name, definition);
        if (handler == null) {
            return null;
        }
        return define(name, signature, comment, handler, allowed, policy);
    }

    private ActionDefinition define(
            String name,
            Signature signature,
            @Nullable String comment,
            ActionHandler handler,
            Set<String> allowed,
            @Nullable AsyncPolicy policy) {
        types.use(signature.returns());
        ActionDefinition.Builder action = signature.operation() == OperationKind.QUERY
                ? ActionDefinition.query(name)
                : ActionDefinition.mutation(name);
        for (ActionArgument argument : signature.arguments()) {
            types.use(argument.type());
            if (argument.description() == null) {
                action.argument(argument.name(), argument.type());
            } else {
                action.argument(argument.name(), argument.type(), argument.description());
            }
        }
        String description = comment == null || comment.isEmpty() ? signature.description() : comment;
        if (description != null) {
            action.description(description);
        }
        if (policy != null) {
            action.asynchronous(policy);
        }
        action.permissions(ActionPermission.forRole(ActionRoles.ADMIN).build());
        allowed.forEach(
                role -> action.permissions(ActionPermission.forRole(role).build()));
        return action.returns(signature.returns()).handler(handler).build();
    }

    private @Nullable ActionHandler handler(String name, Entry definition) {
        ActionHandler own = settings.handlers().get(name);
        if (own != null) {
            return own;
        }
        boolean configured = settings.webhooks().containsKey(name);
        for (String transform : List.of("request_transform", "response_transform")) {
            Entry entry = definition.find(transform);
            if (entry != null && !configured) {
                report.add(
                        entry,
                        "templates are not run; write it as a function: .webhook(\"" + name + "\", builder -> builder."
                                + (transform.startsWith("request") ? "transformRequest" : "transformResponse")
                                + "(...))");
            }
        }
        ActionHandler webhook = webhooks.read(name, definition);
        report.unread(definition);
        return webhook;
    }

    /** Empty for query actions in some exports. */
    private static String kind(Entry definition) {
        Entry kind = definition.find("kind");
        String text = kind == null ? "" : kind.text();
        return text.isEmpty() ? "synchronous" : text;
    }

    private Signature signature(String name, Entry definition) {
        Signature written = sdl.take(name);
        if (written != null) {
            definition.find("type");
            definition.find("arguments");
            definition.find("output_type");
            return written;
        }
        Entry type = definition.find("type");
        Entry output = definition.find("output_type");
        if (output == null) {
            throw definition.malformed("it has no output_type, and action '" + name + "' is in no actions.graphql");
        }
        return new Signature(
                type == null ? OperationKind.MUTATION : operation(type),
                definition.list("arguments").stream().map(this::argument).toList(),
                output(output),
                null);
    }

    private static String output(Entry output) {
        if (TypeTexts.parse(output.text()) == null) {
            throw output.malformed("'" + output.text() + "' is no type of GraphQL's");
        }
        return output.text();
    }

    private ActionArgument argument(Entry entry) {
        ActionArgument argument = new ActionArgument(
                entry.get("name").name(), TypeTexts.print(TypesReader.type(entry)), entry.optionalText("description"));
        report.unread(entry);
        return argument;
    }

    private static OperationKind operation(Entry type) {
        return switch (type.text()) {
            case "query" -> OperationKind.QUERY;
            case "mutation" -> OperationKind.MUTATION;
            default -> throw type.malformed("should be query or mutation");
        };
    }

    private void checkNames(Set<String> said, String what) {
        for (String name : said) {
            if (!names.contains(name)) {
                faults.add("." + what + "(\"" + name + "\", ...)", "the metadata has no action of this name");
            }
        }
    }
}
