package dev.dovetail.jooq.generated;

import org.jooq.impl.DSL;
import org.jooq.impl.SchemaImpl;

public final class Shop extends SchemaImpl {

    private static final long serialVersionUID = 1L;

    public static final Shop SHOP = new Shop();

    private Shop() {
        super(DSL.name("shop"), null, DSL.comment(""));
    }
}
