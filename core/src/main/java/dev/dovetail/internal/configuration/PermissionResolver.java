package dev.dovetail.internal.configuration;

import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionPermission;
import dev.dovetail.definition.RequiredRow;
import dev.dovetail.internal.access.ActionAccess;
import dev.dovetail.internal.access.CallRule;
import dev.dovetail.internal.access.Preset;
import dev.dovetail.internal.access.RowCheck;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.schema.KnownScalars;
import dev.dovetail.internal.schema.TypeTexts;
import dev.dovetail.table.Column;
import dev.dovetail.table.TableName;
import graphql.language.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves the permissions of actions, once all tables and relationships are known. */
final class PermissionResolver {

    private final Map<TableName, TableType> types;
    private final Catalog catalog;
    private final Faults faults;

    PermissionResolver(Map<TableName, TableType> types, Catalog catalog, Faults faults) {
        this.types = types;
        this.catalog = catalog;
        this.faults = faults;
    }

    /**
     * Who may call an action.
     *
     * @param arguments the types of the action's arguments, by their names
     */
    ActionAccess resolve(ActionDefinition action, Map<String, Type<?>> arguments) {
        if (action.permissions().isEmpty()) {
            return ActionAccess.open(action.name());
        }
        Map<String, CallRule> rules = new HashMap<>();
        CallRule everyone = null;
        Set<String> seen = new HashSet<>();
        for (ActionPermission permission : action.permissions()) {
            if (!seen.add(permission.toString())) {
                faults.add(action, "it has more than one " + permission + "; write one that says it all");
            }
            CallRule rule = resolve(action, permission, arguments);
            if (permission.role() == null) {
                everyone = rule;
            } else {
                rules.put(permission.role(), rule);
            }
        }
        return new ActionAccess(action.name(), rules, everyone);
    }

    private CallRule resolve(ActionDefinition action, ActionPermission permission, Map<String, Type<?>> arguments) {
        String name = "the " + permission + " of action " + action.name();
        Map<String, Preset> presets = new HashMap<>();
        permission.presets().forEach((argument, value) -> {
            checkArgument(action, permission, "sets", argument, arguments);
            presets.put(argument, preset(value, arguments.get(argument)));
        });
        List<RowCheck> rows = new ArrayList<>();
        for (RequiredRow required : permission.requiredRows()) {
            RowCheck check = check(action, permission, name, required, arguments);
            if (check != null) {
                rows.add(check);
            }
        }
        return new CallRule(name, presets, permission.conditions(), rows);
    }

    private static Preset preset(Object value, @Nullable Type<?> type) {
        if (!(value instanceof SessionVariable variable)) {
            return new Preset.Fixed(value);
        }
        return new Preset.Variable(
                variable.name(),
                type == null || TypeTexts.lists(type) > 0 ? null : KnownScalars.byName(TypeTexts.name(type)));
    }

    private @Nullable RowCheck check(
            ActionDefinition action,
            ActionPermission permission,
            String name,
            RequiredRow required,
            Map<String, Type<?>> arguments) {
        TableType type = types.get(required.table());
        if (type == null) {
            faults.add(
                    action,
                    "its " + permission + " requires a row of table " + required.table()
                            + ", which is not declared; say .table(TableDefinition.of(...))");
            return null;
        }
        if (required.from().isEmpty() || required.from().size() != required.to().size()) {
            faults.add(
                    action,
                    "its " + permission + " requires a row of table " + required.table()
                            + " by as many arguments as columns, at least one; say .from(arguments...).to(columns...)");
            return null;
        }
        required.from().forEach(argument -> checkArgument(action, permission, "compares", argument, arguments));
        List<Column> columns = columns(action, permission, required, type);
        RuleFilters filters = new RuleFilters(catalog, fault -> faults.add(action, "its " + permission + " " + fault));
        return new RowCheck(
                name,
                catalog.source(required.table()),
                type.table(),
                required.from(),
                columns,
                filters.all(type, required.filters()));
    }

    private List<Column> columns(
            ActionDefinition action, ActionPermission permission, RequiredRow required, TableType type) {
        List<String> known = type.table().columns().stream().map(Column::name).toList();
        List<Column> columns = new ArrayList<>();
        for (String column : required.to()) {
            int position = type.table().position(column);
            if (position < 0) {
                faults.add(
                        action,
                        "its " + permission + " compares column '" + column + "', which table " + type.table()
                                + " does not have" + Hints.of(column, known));
            } else {
                columns.add(type.table().columns().get(position));
            }
        }
        return columns;
    }

    private void checkArgument(
            ActionDefinition action,
            ActionPermission permission,
            String verb,
            String argument,
            Map<String, Type<?>> arguments) {
        if (!arguments.containsKey(argument)) {
            faults.add(
                    action,
                    "its " + permission + " " + verb + " argument '" + argument + "', which the action does not have"
                            + Hints.of(argument, arguments.keySet()));
        }
    }
}
