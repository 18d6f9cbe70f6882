package dev.dovetail.examples.quickstart.web;

import java.io.PrintStream;
import java.util.regex.Pattern;

/** Prints requests, answers and statements for people. */
public record Transcript(PrintStream out) {

    private static final Pattern CLAUSE = Pattern.compile(" (from|join|where|group by|order by|fetch next) ");

    /** A query, its answer and its statements. */
    public void all(String query, Answer answer) {
        out.println("-".repeat(80));
        out.println(query.strip());
        out.println();
        out.println(answer.prettyJson());
        out.println();
        statements(answer);
    }

    /** What the client does not see; nothing for the page's questions about the schema, which take no statement. */
    void statements(Answer answer) {
        int count = answer.statements().size();
        if (count == 0) {
            return;
        }
        out.println(count == 1 ? "1 SQL statement:" : count + " SQL statements:");
        out.println();
        for (String statement : answer.statements()) {
            out.println(CLAUSE.matcher(statement).replaceAll("\n$1 ").indent(2));
        }
    }
}
