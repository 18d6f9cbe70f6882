package dev.dovetail;

/**
 * What a schema was extended with, for people to look at: made by {@link Dovetail#describe()}.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class Description {

    private final String text;
    private final String mermaid;

    Description(String text, String mermaid) {
        this.text = text;
        this.mermaid = mermaid;
    }

    /**
     * The actions; the relationships, each with the index that finds its rows or the statement that creates the one which is
     * missing; and the tables with their columns, indexes and roles. For a log, or a page for operators.
     */
    public String text() {
        return text;
    }

    /**
     * The same as a picture: a flow chart of Mermaid, which GitHub and many editors draw. Arrows lead from actions and types
     * to what they are joined to; a dotted one is a relationship without an index.
     */
    public String mermaid() {
        return mermaid;
    }

    /** The {@link #text()}. */
    @Override
    public String toString() {
        return text;
    }
}
