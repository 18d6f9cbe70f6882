package dev.dovetail.internal.description;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionRelationship;
import dev.dovetail.definition.RemoteRelationship;
import dev.dovetail.internal.configuration.Configuration;
import dev.dovetail.internal.configuration.Definitions;
import dev.dovetail.internal.configuration.MissingIndex;
import dev.dovetail.internal.model.TableType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A configuration as a flow chart of Mermaid. */
public final class DescribedPicture {

    private final Map<String, String> nodes = new LinkedHashMap<>();
    private final Set<String> arrows = new LinkedHashSet<>();

    private DescribedPicture() {}

    /**
     * The chart.
     *
     * @param configuration what the definitions were resolved to
     */
    public static String of(Definitions definitions, Configuration configuration) {
        DescribedPicture picture = new DescribedPicture();
        definitions.actions().forEach(picture::action);
        Relation.of(configuration).forEach(picture::relation);
        configuration
                .remotes()
                .forEach(
                        field -> picture.remote(field.typeName(), field.remote().relationship()));
        configuration
                .actionJoins()
                .forEach(
                        field -> picture.toAction(field.typeName(), field.join().relationship()));
        return picture.chart();
    }

    private void action(ActionDefinition action) {
        String operation = action.operation().name().toLowerCase(Locale.ROOT);
        nodes.put(actionId(action.name()), "([" + label(operation + " " + action.name()) + "])");
        if (action.returns() != null) {
            arrows.add(actionId(action.name()) + " --> " + type(named(action.returns())));
        }
    }

    private void relation(Relation relation) {
        TableType target = relation.join().target();
        String label = relation.relationship().name() + ": " + relation.mapping();
        boolean indexed = MissingIndex.of(relation.relationship(), target.table()) == null;
        String from = type(relation.typeName());
        String to = table(target);
        arrows.add(from + (indexed ? " -- " : " -. ") + label(label) + (indexed ? " --> " : " .-> ") + to);
    }

    private void remote(String typeName, RemoteRelationship relationship) {
        String loaderId = "loader_" + typeName + "_" + relationship.name();
        String shown = relationship.returns() == null ? relationship.name() : named(relationship.returns());
        nodes.put(loaderId, "{{" + label(shown + "<br>by a loader") + "}}");
        arrow(typeName, relationship.name() + ": " + Relation.key(relationship), loaderId);
    }

    private void toAction(String typeName, ActionRelationship relationship) {
        arrow(typeName, relationship.name() + ": " + Relation.key(relationship), actionId(relationship.action()));
    }

    private void arrow(String typeName, String label, String to) {
        arrows.add(type(typeName) + " -- " + label(label) + " --> " + to);
    }

    private static String actionId(String name) {
        return "action_" + name;
    }

    /** A table's type is drawn as such, whichever comes first. */
    private String type(String name) {
        nodes.putIfAbsent("type_" + name, "[" + label(name) + "]");
        return "type_" + name;
    }

    private String table(TableType type) {
        nodes.put("type_" + type.name(), "[(" + label(type.name() + "<br>" + type.table()) + ")]");
        return "type_" + type.name();
    }

    /** A type without its list and its non-null marks. */
    private static String named(String type) {
        return type.replaceAll("[\\[\\]!\\s]", "");
    }

    /** Names of a database may have any character. */
    private static String label(String text) {
        return '"' + text.replace("#", "#35;").replace("\"", "#quot;") + '"';
    }

    private String chart() {
        StringBuilder chart = new StringBuilder("flowchart LR\n");
        nodes.forEach((id, shape) -> chart.append("  ").append(id).append(shape).append('\n'));
        arrows.forEach(arrow -> chart.append("  ").append(arrow).append('\n'));
        return chart.toString();
    }
}
