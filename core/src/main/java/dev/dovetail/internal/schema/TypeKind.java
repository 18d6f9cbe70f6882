package dev.dovetail.internal.schema;

import graphql.language.EnumTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import java.util.Locale;

/** The kinds of named types. */
public enum TypeKind {
    OBJECT,
    INTERFACE,
    UNION,
    ENUM,
    SCALAR,
    INPUT_OBJECT;

    /** The kind of the type that SDL defines. */
    public static TypeKind of(TypeDefinition<?> definition) {
        if (definition instanceof ObjectTypeDefinition) {
            return OBJECT;
        }
        if (definition instanceof InterfaceTypeDefinition) {
            return INTERFACE;
        }
        if (definition instanceof UnionTypeDefinition) {
            return UNION;
        }
        if (definition instanceof EnumTypeDefinition) {
            return ENUM;
        }
        return definition instanceof InputObjectTypeDefinition ? INPUT_OBJECT : SCALAR;
    }

    /** Whether fields can be of this kind. */
    public boolean isOutput() {
        return this != INPUT_OBJECT;
    }

    /** Whether arguments can be of this kind. */
    public boolean isInput() {
        return this == INPUT_OBJECT || isLeaf();
    }

    /** Whether values of this kind have no fields. */
    public boolean isLeaf() {
        return this == SCALAR || this == ENUM;
    }

    /** How messages call it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
