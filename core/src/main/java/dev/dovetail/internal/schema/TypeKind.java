package dev.dovetail.internal.schema;

import java.util.Locale;

/** The kinds of named types. */
public enum TypeKind {
    OBJECT,
    INTERFACE,
    UNION,
    ENUM,
    SCALAR,
    INPUT_OBJECT;

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
