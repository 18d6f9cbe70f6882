package dev.dovetail.internal.generation;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.RowArgument;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.model.Form;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.internal.schema.TypeTexts;
import dev.dovetail.table.Feature;
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the fields look like that a relationship becomes: one for each form that the host wants. */
public final class FormFields {

    private final RowArguments arguments;
    private final AggregateTypes aggregates;
    private final PageTypes pages;
    private final Vocabulary words;

    /**
     * @param tables every table, in the order in which the host declares them
     * @param operators what the tables' columns can be compared by
     * @param aggregateFields gets an entry for each generated field that shows a computed value
     */
    public FormFields(
            GeneratedTypes types,
            Vocabulary words,
            Collection<TableType> tables,
            ColumnOperators operators,
            List<AggregateField> aggregateFields,
            Faults faults) {
        SelectColumnTypes columns = new SelectColumnTypes(types, operators);
        ComparisonTypes comparisons = new ComparisonTypes(types, words, tables, operators);
        this.arguments = new RowArguments(
                new FilterTypes(types, comparisons, words, faults),
                new OrderTypes(types, operators, words, faults),
                columns,
                words);
        this.aggregates = new AggregateTypes(types, columns, words, aggregateFields);
        this.pages = new PageTypes(types);
        this.words = words;
    }

    /** The forms, that of the plain rows first. */
    public static Set<Form> forms(TableRelationship relationship) {
        Set<Form> forms = EnumSet.of(Form.ROWS);
        if (relationship instanceof ArrayRelationship array) {
            if (array.hasAggregates()) {
                forms.add(Form.AGGREGATE);
            }
            if (array.hasConnection()) {
                forms.add(Form.CONNECTION);
            }
        }
        return forms;
    }

    public String name(TableRelationship relationship, Form form) {
        return switch (form) {
            case ROWS -> relationship.name();
            case AGGREGATE -> words.with(relationship.name(), "aggregate");
            case CONNECTION -> words.with(relationship.name(), "connection");
        };
    }

    public Type<?> type(Join join, Form form) {
        Type<?> type = switch (form) {
            case ROWS -> rows(join);
            case AGGREGATE -> aggregates.of(join.target());
            case CONNECTION -> pages.of(join.target());
        };
        return join.relationship().isNonNull() ? TypeTexts.nonNull(type) : type;
    }

    private static Type<?> rows(Join join) {
        Type<?> row = TypeTexts.named(join.target().name());
        return join.isMany() ? TypeTexts.listOf(TypeTexts.nonNull(row)) : row;
    }

    /**
     * The arguments of a field.
     *
     * @param named which names are wanted
     */
    public List<InputValueDefinition> arguments(Join join, Form form, Predicate<String> named) {
        Set<RowArgument> allowed = join.arguments();
        if (form != Form.CONNECTION) {
            return arguments.of(allowed, join.target(), named);
        }
        allowed.retainAll(EnumSet.of(RowArgument.WHERE, RowArgument.ORDER_BY));
        List<InputValueDefinition> all = new ArrayList<>(PageTypes.arguments());
        all.removeIf(argument -> !named.test(argument.getName()));
        all.addAll(arguments.of(allowed, join.target(), named));
        return all;
    }

    /** The arguments that the relationship allows, but its source cannot serve. */
    public Set<String> unsupported(Join join) {
        boolean lacks = join.source().unsupported().contains(Feature.DISTINCT_ON);
        return lacks
                        && join.relationship() instanceof ArrayRelationship array
                        && array.arguments().contains(RowArgument.DISTINCT_ON)
                ? Set.of(words.argument(RowArgument.DISTINCT_ON))
                : Set.of();
    }

    public @Nullable String description(TableRelationship relationship, Form form) {
        return switch (form) {
            case ROWS -> relationship.description();
            case AGGREGATE -> "What is computed of the rows of `" + relationship.name() + "`";
            case CONNECTION -> "The rows of `" + relationship.name() + "` in pages";
        };
    }
}
