package dev.dovetail.internal.generation;

import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.internal.schema.Additions;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.internal.schema.TypeComparison;
import dev.dovetail.internal.schema.TypeTexts;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;

/**
 * The types that relationships need beside those of their tables. Each is referred to by name and made later, once:
 * filters lead to the filters of other tables, and only when every relationship is known, all of their fields are.
 */
public final class GeneratedTypes {

    private final SchemaView schema;
    private final Vocabulary words;
    private final Additions additions;
    private final Faults faults;
    private final Map<String, Object> owners = new HashMap<>();
    private final Queue<Runnable> open = new ArrayDeque<>();

    public GeneratedTypes(SchemaView schema, Vocabulary words, Additions additions, Faults faults) {
        this.schema = schema;
        this.words = words;
        this.additions = additions;
        this.faults = faults;
    }

    /** A table's type with this ending, for instance {@code Order_bool_exp}. */
    Type<?> of(TableType table, String ending, Function<String, TypeDefinition<?>> maker) {
        return refer(words.with(table.name(), ending), table.table(), maker);
    }

    /** A type of which the schema needs only one. */
    Type<?> shared(String name, Function<String, TypeDefinition<?>> maker) {
        return refer(name, "every table", maker);
    }

    /** Makes every type that was referred to, and those that these refer to. */
    public void make() {
        while (!open.isEmpty()) {
            open.remove().run();
        }
    }

    private Type<?> refer(String name, Object owner, Function<String, TypeDefinition<?>> maker) {
        Object other = owners.putIfAbsent(name, owner);
        if (other == null) {
            open.add(() -> add(maker.apply(name)));
        } else if (!other.equals(owner)) {
            faults.add(
                    "type " + name,
                    "it would be generated for both " + other + " and " + owner
                            + "; rename the type of one of the tables");
        }
        return TypeTexts.named(name);
    }

    /** A type that is there in the same form is from an earlier extension, or the host wrote it for Dovetail. */
    private void add(TypeDefinition<?> definition) {
        String name = definition.getName();
        if (schema.kind(name) != null) {
            new TypeComparison(schema)
                    .difference(definition)
                    .ifPresent(difference -> faults.add(
                            "type " + name,
                            "relationships need a type of this name, but the schema's is another: " + difference
                                    + "; rename one of them, or let Dovetail generate it"));
        } else if (additions.types().containsKey(name)) {
            faults.add("type " + name, "it would be generated, but a table's type has this name; rename that one");
        } else {
            additions.type(definition);
        }
    }
}
