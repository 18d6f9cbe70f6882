package dev.dovetail.internal.configuration;

import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.schema.AppliedDirective;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.DirectiveDefinition;
import graphql.language.NamedNode;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The arguments of a directive. The schema has not been checked yet: what is wrong with them is a fault here. */
final class DirectiveArguments {

    private final AppliedDirective applied;
    private final Faults faults;
    private boolean whole = true;

    /** Adds a fault for each argument that the directive does not have. */
    DirectiveArguments(AppliedDirective applied, DirectiveDefinition definition, Faults faults) {
        this.applied = applied;
        this.faults = faults;
        List<String> known = definition.getInputValueDefinitions().stream()
                .map(NamedNode::getName)
                .toList();
        applied.directive().getArguments().stream()
                .map(Argument::getName)
                .filter(name -> !known.contains(name))
                .forEach(name -> fault("it has no argument '" + name + "'" + Hints.of(name, known)));
    }

    /** Whether there was no fault so far. */
    boolean areWhole() {
        return whole;
    }

    String requiredText(String name) {
        String text = text(name);
        if (given(name) == null) {
            fault("argument '" + name + "' is missing");
        }
        return text == null ? "" : text;
    }

    @Nullable
    String text(String name) {
        return value(name, StringValue.class, "a text", StringValue::getValue);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(value(name, BooleanValue.class, "true or false", BooleanValue::isValue));
    }

    /** The texts of a list; of one text alone as well, which GraphQL takes for a list. */
    List<String> texts(String name) {
        Value<?> given = given(name);
        List<?> values =
                given instanceof ArrayValue array ? array.getValues() : given == null ? List.of() : List.of(given);
        if (!values.stream().allMatch(StringValue.class::isInstance)) {
            fault("argument '" + name + "' must be a list of texts");
            return List.of();
        }
        return values.stream().map(value -> ((StringValue) value).getValue()).toList();
    }

    /** The fields of an object whose values are texts, in their order. */
    Map<String, String> mapping(String name) {
        Map<String, String> mapping = new LinkedHashMap<>();
        if (given(name) instanceof ObjectValue object) {
            for (ObjectField field : object.getObjectFields()) {
                if (field.getValue() instanceof StringValue column) {
                    mapping.put(field.getName(), column.getValue());
                }
            }
            if (mapping.size() == object.getObjectFields().size() && !mapping.isEmpty()) {
                return mapping;
            }
        }
        fault("argument '" + name + "' must map fields to columns, as in {id: \"user_id\"}");
        return Map.of();
    }

    private <V, T> @Nullable T value(String name, Class<V> kind, String wanted, Function<V, T> read) {
        Value<?> given = given(name);
        if (given == null) {
            return null;
        }
        if (!kind.isInstance(given)) {
            fault("argument '" + name + "' must be " + wanted);
            return null;
        }
        return read.apply(kind.cast(given));
    }

    private @Nullable Value<?> given(String name) {
        Argument argument = applied.directive().getArgument(name);
        return argument == null || argument.getValue() instanceof NullValue ? null : argument.getValue();
    }

    private void fault(String text) {
        whole = false;
        faults.add(
                "@" + applied.directive().getName() + " on " + applied.typeName() + " (" + applied.place() + ")", text);
    }
}
