package dev.dovetail.internal.generation;

import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.schema.Fields;
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the fields of an input type; two of one name are a fault. */
final class InputFields {

    private final String typeName;
    private final Faults faults;
    private final Map<String, InputValueDefinition> fields = new LinkedHashMap<>();

    InputFields(String typeName, Faults faults) {
        this.typeName = typeName;
        this.faults = faults;
    }

    void add(String name, Type<?> type, @Nullable String description) {
        if (fields.putIfAbsent(name, Fields.argument(name, type, description)) != null) {
            faults.add(
                    "type " + typeName,
                    "it would have two fields '" + name
                            + "'; rename the column's field with .field(name).column(column), or the relationship");
        }
    }

    List<InputValueDefinition> all() {
        return List.copyOf(fields.values());
    }
}
