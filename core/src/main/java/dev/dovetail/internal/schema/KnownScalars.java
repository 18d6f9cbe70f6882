package dev.dovetail.internal.schema;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import graphql.Scalars;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scalars that Dovetail can add to a schema, and which of them a column becomes. */
public final class KnownScalars {

    private static final Map<String, GraphQLScalarType> BY_NAME = byName(List.of(
            Scalars.GraphQLBoolean,
            Scalars.GraphQLFloat,
            Scalars.GraphQLID,
            Scalars.GraphQLInt,
            Scalars.GraphQLString,
            ExtendedScalars.Date,
            ExtendedScalars.DateTime,
            ExtendedScalars.GraphQLBigDecimal,
            ExtendedScalars.GraphQLBigInteger,
            ExtendedScalars.GraphQLLong,
            ExtendedScalars.Json,
            ExtendedScalars.LocalTime,
            ExtendedScalars.Time,
            ExtendedScalars.UUID,
            LocalDateTimeScalar.INSTANCE));

    private KnownScalars() {}

    /** The scalar of this name, or null when Dovetail knows none. */
    public static @Nullable GraphQLScalarType byName(String name) {
        return BY_NAME.get(name);
    }

    /** Whether the name is that of a scalar which every schema has. */
    public static boolean isBuiltIn(String name) {
        return switch (name) {
            case "Boolean", "Float", "ID", "Int", "String" -> true;
            default -> false;
        };
    }

    /** The type of a field that shows such a column, without regard to nulls. */
    public static Type<?> fieldType(ColumnType type) {
        if (type.element() != null) {
            return TypeTexts.listOf(fieldType(type.element()));
        }
        return TypeTexts.named(scalar(type.kind()).getName());
    }

    private static GraphQLScalarType scalar(ColumnKind kind) {
        return switch (kind) {
            case BOOLEAN -> Scalars.GraphQLBoolean;
            case SMALLINT, INTEGER -> Scalars.GraphQLInt;
            case BIGINT -> ExtendedScalars.GraphQLLong;
            case DECIMAL -> ExtendedScalars.GraphQLBigDecimal;
            case REAL, DOUBLE -> Scalars.GraphQLFloat;
            case TEXT, ENUM, BINARY, ARRAY, OTHER -> Scalars.GraphQLString;
            case UUID -> ExtendedScalars.UUID;
            case DATE -> ExtendedScalars.Date;
            case TIME -> ExtendedScalars.LocalTime;
            case TIME_WITH_ZONE -> ExtendedScalars.Time;
            case TIMESTAMP -> LocalDateTimeScalar.INSTANCE;
            case TIMESTAMP_WITH_ZONE -> ExtendedScalars.DateTime;
            case JSON -> ExtendedScalars.Json;
        };
    }

    private static Map<String, GraphQLScalarType> byName(List<GraphQLScalarType> scalars) {
        Map<String, GraphQLScalarType> byName = new LinkedHashMap<>();
        scalars.forEach(scalar -> byName.put(scalar.getName(), withDirective(scalar)));
        return byName;
    }

    /** A printed schema shows the specification's address only where it is a directive as well. */
    private static GraphQLScalarType withDirective(GraphQLScalarType scalar) {
        if (scalar.getSpecifiedByUrl() == null) {
            return scalar;
        }
        GraphQLAppliedDirectiveArgument url = GraphQLAppliedDirectiveArgument.newArgument()
                .name("url")
                .type(GraphQLNonNull.nonNull(Scalars.GraphQLString))
                .valueLiteral(StringValue.of(scalar.getSpecifiedByUrl()))
                .build();
        return scalar.transform(builder -> builder.withAppliedDirective(GraphQLAppliedDirective.newDirective()
                .name("specifiedBy")
                .argument(url)
                .build()));
    }
}
