package dev.dovetail.internal.description;

import dev.dovetail.definition.Relationship;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.internal.configuration.Configuration;
import dev.dovetail.internal.configuration.Configuration.JoinField;
import dev.dovetail.internal.model.Form;
import dev.dovetail.internal.model.Join;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A relationship to a table, on one object type.
 *
 * @param forms the other fields that show it: aggregates and pages
 */
record Relation(String typeName, Join join, List<String> forms) {

    /** Those of a configuration, in the order of their declaration; behind them the keys of entities. */
    static List<Relation> of(Configuration configuration) {
        Map<String, Relation> relations = new LinkedHashMap<>();
        for (JoinField field : configuration.joins()) {
            Join join = field.join();
            Relation relation = relations.computeIfAbsent(
                    field.typeName() + "." + join.relationship().name(),
                    name -> new Relation(field.typeName(), join, new ArrayList<>()));
            if (field.form() != Form.ROWS) {
                relation.forms.add(field.field());
            }
        }
        return Stream.concat(relations.values().stream(), entities(configuration))
                .toList();
    }

    private static Stream<Relation> entities(Configuration configuration) {
        return configuration.entities().joins().stream()
                .map(join -> new Relation(join.relationship().typeName(), join, List.of()));
    }

    TableRelationship relationship() {
        return join.relationship();
    }

    /** Which fields are compared with which columns. */
    String mapping() {
        List<String> from = relationship().from();
        List<String> to = relationship().to();
        if (from.size() != to.size()) {
            return "a function = " + String.join(", ", to);
        }
        String each = join.isListOfKeys() ? "each of " : "";
        return IntStream.range(0, to.size())
                .mapToObj(i -> each + from.get(i) + " = " + to.get(i))
                .collect(Collectors.joining(", "));
    }

    /** What the key of another kind of relationship is made of. */
    static String key(Relationship relationship) {
        return relationship.keyFunction() != null ? "a function" : String.join(", ", relationship.from());
    }
}
