package dev.dovetail.internal.generation;

import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.model.TableLink;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.internal.schema.TypeTexts;
import dev.dovetail.internal.schema.Types;
import dev.dovetail.table.Feature;
import graphql.language.Type;
import graphql.language.TypeDefinition;

/** Generates the filters of tables' rows: {@code Order_bool_exp}. */
final class FilterTypes {

    private final GeneratedTypes types;
    private final ComparisonTypes comparisons;
    private final Vocabulary words;
    private final Faults faults;

    FilterTypes(GeneratedTypes types, ComparisonTypes comparisons, Vocabulary words, Faults faults) {
        this.types = types;
        this.comparisons = comparisons;
        this.words = words;
        this.faults = faults;
    }

    Type<?> of(TableType table) {
        return types.of(table, "bool_exp", name -> define(name, table));
    }

    private TypeDefinition<?> define(String name, TableType table) {
        Type<?> self = TypeTexts.named(name);
        Type<?> several = TypeTexts.listOf(TypeTexts.nonNull(self));
        InputFields fields = new InputFields(name, faults);
        fields.add(words.own("_and"), several, "All of these hold");
        fields.add(words.own("_or"), several, "At least one of these holds");
        fields.add(words.own("_not"), self, "This does not hold");
        table.columnsByField()
                .forEach((field, position) -> fields.add(
                        field, comparisons.of(table, table.table().columns().get(position)), null));
        table.filterableLinks().forEach((field, link) -> addLink(fields, field, link));
        return Types.input(
                name, "Which rows of " + table.name() + " are meant: all that is given must hold", fields.all());
    }

    private void addLink(InputFields fields, String field, TableLink link) {
        if (link.serves(Feature.RELATED_FILTERS)) {
            fields.add(field, of(link.join().target()), "Leads to at least one row that this filter means");
        }
    }
}
