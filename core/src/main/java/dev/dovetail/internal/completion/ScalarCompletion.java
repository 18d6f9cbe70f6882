package dev.dovetail.internal.completion;

import graphql.GraphQLContext;
import graphql.schema.Coercing;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A scalar, which says itself how it is written. */
record ScalarCompletion(Coercing<?, ?> coercing, GraphQLContext context, Locale locale) implements Completion {

    @Override
    public @Nullable Object complete(@Nullable Object value) {
        try {
            return value == null ? null : coercing.serialize(value, context, locale);
        } catch (RuntimeException refused) {
            throw new IrregularException();
        }
    }
}
