package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.RowArgument;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.internal.model.Form;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.internal.schema.TypeTexts;
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the fields look like that a relationship becomes: one for each form that the host wants. */
record FormFields(RowArguments arguments, AggregateTypes aggregates, PageTypes pages, Vocabulary words) {

    /** The forms, that of the plain rows first. */
    static Set<Form> forms(TableRelationship relationship) {
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

    String name(TableRelationship relationship, Form form) {
        return switch (form) {
            case ROWS -> relationship.name();
            case AGGREGATE -> words.with(relationship.name(), "aggregate");
            case CONNECTION -> words.with(relationship.name(), "connection");
        };
    }

    Type<?> type(Join join, Form form) {
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
    List<InputValueDefinition> arguments(Join join, Form form, Predicate<String> named) {
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

    @Nullable
    String description(TableRelationship relationship, Form form) {
        return switch (form) {
            case ROWS -> relationship.description();
            case AGGREGATE -> "What is computed of the rows of `" + relationship.name() + "`";
            case CONNECTION -> "The rows of `" + relationship.name() + "` in pages";
        };
    }
}
