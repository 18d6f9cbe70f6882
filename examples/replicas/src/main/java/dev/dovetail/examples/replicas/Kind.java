package dev.dovetail.examples.replicas;

/** What is asked for. */
enum Kind {
    /** A query of somebody who has written nothing. */
    READ("reads"),
    /** A query that brings along where the log was behind the client's own mutation. */
    READ_AFTER_WRITE("reads after a write"),
    /** A mutation, and the join below it. */
    WRITE("writes");

    private final String plural;

    Kind(String plural) {
        this.plural = plural;
    }

    @Override
    public String toString() {
        return plural;
    }
}
