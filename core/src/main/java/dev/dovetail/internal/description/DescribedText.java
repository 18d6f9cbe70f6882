package dev.dovetail.internal.description;

import dev.dovetail.access.AccessRule;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.internal.configuration.Configuration;
import dev.dovetail.internal.configuration.Configuration.ActionJoinField;
import dev.dovetail.internal.configuration.Configuration.RemoteField;
import dev.dovetail.internal.configuration.Definitions;
import dev.dovetail.internal.configuration.MissingIndex;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Column;
import dev.dovetail.table.Index;
import dev.dovetail.table.Table;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A configuration as text: one line for each action, relationship and table. */
public final class DescribedText {

    private static final Comparator<Index> IN_ORDER = Comparator.comparing((Index index) -> !index.unique())
            .thenComparingInt(index -> index.columns().size())
            .thenComparing(index -> String.join(",", index.columns()));

    private final Definitions definitions;
    private final Configuration configuration;
    private final List<Relation> relations;
    private final StringBuilder text = new StringBuilder();

    private DescribedText(Definitions definitions, Configuration configuration) {
        this.definitions = definitions;
        this.configuration = configuration;
        this.relations = Relation.of(configuration);
    }

    /**
     * The text.
     *
     * @param configuration what the definitions were resolved to
     */
    public static String of(Definitions definitions, Configuration configuration) {
        DescribedText described = new DescribedText(definitions, configuration);
        described.section(
                "Actions",
                definitions.actions().stream().map(DescribedText::action).toList());
        described.section("Relationships", described.relationships());
        described.section("Tables", described.tables());
        return described.text.toString();
    }

    private void section(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append(title).append('\n');
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
        }
    }

    private static String action(ActionDefinition action) {
        String arguments = action.arguments().stream()
                .map(argument -> argument.name() + ": " + argument.type())
                .collect(Collectors.joining(", ", "(", ")"));
        return action.operation().name().toLowerCase(Locale.ROOT)
                + " " + action.name()
                + (action.arguments().isEmpty() ? "" : arguments)
                + (action.returns() == null ? "" : ": " + action.returns())
                + ", answered by " + answerer(action);
    }

    private static String answerer(ActionDefinition action) {
        if (action.asynchronous() != null) {
            return "a worker, later";
        }
        if (action.batchHandler() != null) {
            return "a handler of batches";
        }
        return action.isHandled() ? "a handler" : "the schema's own data fetcher";
    }

    private List<String> relationships() {
        List<String> lines = relations.stream().map(DescribedText::relationship).collect(Collectors.toList());
        configuration.remotes().stream().map(DescribedText::remote).forEach(lines::add);
        configuration.actionJoins().stream().map(DescribedText::toAction).forEach(lines::add);
        return lines;
    }

    private static String relationship(Relation relation) {
        Table table = relation.join().target().table();
        return relation.typeName() + "." + relation.relationship().name()
                + (relation.join().isMany() ? ": rows of " : ": one row of ")
                + table
                + " where " + relation.mapping()
                + (relation.forms().isEmpty() ? "" : "; also as " + String.join(", ", relation.forms()))
                + found(relation, table);
    }

    /** How the rows are found. */
    private static String found(Relation relation, Table table) {
        List<String> columns = relation.relationship().to();
        MissingIndex missing = MissingIndex.of(relation.relationship(), table);
        String lacks = missing == null ? "" : "; MISSING: " + missing.ddl();
        return table.indexes().stream()
                        .filter(index -> leads(columns, index))
                        .min(IN_ORDER)
                        .map(index -> "; found by " + of(index))
                        .orElse("")
                + lacks;
    }

    private static boolean leads(List<String> columns, Index index) {
        Set<String> wanted = new HashSet<>(columns);
        return index.columns().size() >= wanted.size()
                && wanted.equals(new HashSet<>(index.columns().subList(0, wanted.size())));
    }

    private static String of(Index index) {
        return (index.unique() ? "unique (" : "index (") + String.join(", ", index.columns()) + ")";
    }

    private static String remote(RemoteField field) {
        return field.typeName() + "." + field.remote().relationship().name() + ": what a loader gives for "
                + Relation.key(field.remote().relationship());
    }

    private static String toAction(ActionJoinField field) {
        ActionRelationship relationship = field.join().relationship();
        return field.typeName() + "." + relationship.name() + ": what action " + relationship.action() + " answers to "
                + Relation.key(relationship);
    }

    /** Of a table that nothing is joined to, nothing is shown either. */
    private List<String> tables() {
        Map<String, TableType> types = new LinkedHashMap<>();
        relations.forEach(relation -> {
            TableType type = relation.join().target();
            types.put(type.name(), type);
        });
        return definitions.tables().stream()
                .map(definition -> {
                    TableType type = types.get(definition.typeName());
                    return type == null
                            ? definition.table() + " as " + definition.typeName() + ": no relationship leads to it"
                            : table(definition, type);
                })
                .toList();
    }

    private static String table(TableDefinition definition, TableType type) {
        Table table = type.table();
        String columns = type.columnsByField().entrySet().stream()
                .map(field -> column(field.getKey(), table.columns().get(field.getValue())))
                .collect(Collectors.joining(", "));
        // Databases list them in any order.
        String indexes =
                table.indexes().stream().sorted(IN_ORDER).map(DescribedText::of).collect(Collectors.joining(", "));
        return table + " as " + type.name() + ": " + columns
                + (indexes.isEmpty() ? "; no indexes" : "; " + indexes)
                + access(definition);
    }

    private static String column(String field, Column column) {
        String name = field.equals(column.name()) ? field : field + " = " + column.name();
        return name + " " + simple(column.type().databaseType());
    }

    /** The name of a database's type, without its schema and quotes. */
    private static String simple(String type) {
        return type.replaceAll("\"[^\"]*\"\\.", "").replace("\"", "");
    }

    private static String access(TableDefinition definition) {
        if (definition.access().isEmpty()) {
            return definition.isOpen() ? "; open to everybody" : "";
        }
        return definition.access().stream()
                .map(AccessRule::role)
                .map(role -> role == null ? "everybody else" : role)
                .collect(Collectors.joining(", ", "; rules for ", ""));
    }
}
