package dev.dovetail.internal.completion;

import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scalar, which says itself how it is written.
 *
 * @param plain the class whose instances it is known to write as they are, without being asked
 */
record ScalarCompletion(Class<?> plain, Coercing<?, ?> coercing, GraphQLContext context, Locale locale)
        implements Completion {

    private static final Map<Coercing<?, ?>, Class<?>> PLAIN = Map.of(
            Scalars.GraphQLInt.getCoercing(), Integer.class,
            Scalars.GraphQLString.getCoercing(), String.class,
            Scalars.GraphQLBoolean.getCoercing(), Boolean.class,
            ExtendedScalars.GraphQLLong.getCoercing(), Long.class,
            ExtendedScalars.GraphQLBigDecimal.getCoercing(), BigDecimal.class);

    /** What no value is. */
    private static final Class<?> NONE = Void.class;

    static ScalarCompletion of(GraphQLScalarType type, GraphQLContext context, Locale locale) {
        Coercing<?, ?> coercing = type.getCoercing();
        return new ScalarCompletion(PLAIN.getOrDefault(coercing, NONE), coercing, context, locale);
    }

    @Override
    public @Nullable Object complete(@Nullable Object value) {
        if (value == null || value.getClass() == plain) {
            return value;
        }
        try {
            return coercing.serialize(value, context, locale);
        } catch (RuntimeException refused) {
            throw new IrregularException();
        }
    }
}
