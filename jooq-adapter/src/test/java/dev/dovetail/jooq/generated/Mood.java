package dev.dovetail.jooq.generated;

import org.jooq.EnumType;
import org.jooq.Schema;

public enum Mood implements EnumType {
    happy("happy"),

    so_so("so so");

    private final String literal;

    Mood(String literal) {
        this.literal = literal;
    }

    @Override
    public Schema getSchema() {
        return Shop.SHOP;
    }

    @Override
    public String getName() {
        return "mood";
    }

    @Override
    public String getLiteral() {
        return literal;
    }
}
