package dev.dovetail.internal.completion;

import graphql.schema.GraphQLEnumType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of an enumeration, whose name is shown. */
record EnumCompletion(Map<Object, String> names) implements Completion {

    static EnumCompletion of(GraphQLEnumType type) {
        Map<Object, String> names = new HashMap<>();
        type.getValues().forEach(value -> names.putIfAbsent(value.getValue(), value.getName()));
        return new EnumCompletion(names);
    }

    @Override
    public @Nullable Object complete(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String name = names.get(value);
        if (name == null) {
            throw new IrregularException();
        }
        return name;
    }
}
