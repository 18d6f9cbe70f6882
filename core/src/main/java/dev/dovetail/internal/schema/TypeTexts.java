package dev.dovetail.internal.schema;

import graphql.language.AstPrinter;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import org.jspecify.annotations.Nullable;

/** Types of fields and arguments as SDL writes them: {@code [User!]!}. */
public final class TypeTexts {

    private TypeTexts() {}

    /** The type that a text stands for, or null when it is no type. */
    public static @Nullable Type<?> parse(String text) {
        try {
            return Parser.parseType(text);
        } catch (InvalidSyntaxException e) {
            return null;
        }
    }

    public static Type<?> named(String name) {
        return TypeName.newTypeName(name).build();
    }

    public static Type<?> listOf(Type<?> element) {
        return ListType.newListType(element).build();
    }

    public static Type<?> nonNull(Type<?> type) {
        return NonNullType.newNonNullType(type).build();
    }

    public static String print(Type<?> type) {
        return AstPrinter.printAst(type);
    }

    /** The name inside all wrappers. */
    public static String name(Type<?> type) {
        if (type instanceof NonNullType wrapper) {
            return name(wrapper.getType());
        }
        if (type instanceof ListType wrapper) {
            return name(wrapper.getType());
        }
        return ((TypeName) type).getName();
    }

    /** How many lists are around the named type. */
    public static int lists(Type<?> type) {
        if (type instanceof NonNullType wrapper) {
            return lists(wrapper.getType());
        }
        return type instanceof ListType wrapper ? 1 + lists(wrapper.getType()) : 0;
    }

    /** The type of a built schema as SDL writes it. */
    static Type<?> of(GraphQLType type) {
        if (type instanceof GraphQLNonNull wrapper) {
            return nonNull(of(wrapper.getWrappedType()));
        }
        if (type instanceof GraphQLList wrapper) {
            return listOf(of(wrapper.getWrappedType()));
        }
        return named(((GraphQLNamedType) type).getName());
    }
}
