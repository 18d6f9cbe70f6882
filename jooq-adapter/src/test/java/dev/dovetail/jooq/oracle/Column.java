package dev.dovetail.jooq.oracle;

/**
 * A column.
 *
 * @param domain how many different keys the column has; 0 for one that is no key
 */
record Column(String name, Kind kind, boolean nullable, int domain) {

    static Column value(String name, Kind kind) {
        return new Column(name, kind, true, 0);
    }

    static Column key(String name, int domain) {
        return new Column(name, Kind.INT, true, domain);
    }

    Column notNull() {
        return new Column(name, kind, false, domain);
    }

    Object random(Pick pick) {
        if (nullable && pick.oneIn(5)) {
            return null;
        }
        return domain == 0 ? kind.random(pick) : 1 + pick.below(domain);
    }
}
