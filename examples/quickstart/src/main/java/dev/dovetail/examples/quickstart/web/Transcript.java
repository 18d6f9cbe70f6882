package dev.dovetail.examples.quickstart.web;

import java.io.PrintStream;
import java.util.regex.Pattern;

/** Prints requests, answers and statements for people. */
public record Transcript(PrintStream out) {

    private static final Pattern CLAUSE =
            Pattern.compile(" (from|(cross |left outer )?join|where|group by|order by|fetch next) ");

    /** A query, its answer and its statements. */
    public void all(ReadyQuery ready, Answer answer) {
        out.println("-".repeat(80));
        out.println(ready.query().strip());
        out.println();
        if (!ready.headers().isEmpty()) {
            ready.headers().forEach((header, value) -> out.println(header + ": " + value));
            out.println();
        }
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
            out.println(lines(statement).indent(2));
        }
    }

    /** Each clause on a line of its own, as far to the right as there are brackets around it. */
    private static String lines(String statement) {
        return CLAUSE.matcher(statement)
                .replaceAll(clause -> "\n" + "    ".repeat(depth(statement, clause.start())) + clause.group(1) + " ");
    }

    private static int depth(String statement, int end) {
        String before = statement.substring(0, end);
        return (int) (before.chars().filter(c -> c == '(').count()
                - before.chars().filter(c -> c == ')').count());
    }
}
