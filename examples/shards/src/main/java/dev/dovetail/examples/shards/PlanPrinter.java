package dev.dovetail.examples.shards;

import java.io.PrintStream;
import java.sql.SQLWarning;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** Prints what was asked of the shards, which PostgreSQL's {@code auto_explain} says in warnings. */
final class PlanPrinter implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private final transient PrintStream out;

    PlanPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void warning(ExecuteContext context) {
        for (SQLWarning warning = context.sqlWarning(); warning != null; warning = warning.getNextWarning()) {
            String plan = String.valueOf(warning.getMessage());
            if (plan.contains("Remote SQL")) {
                out.println(context.sql() + "\n");
                plan.lines()
                        .filter(line -> line.contains("Foreign Scan") || line.contains("Remote SQL"))
                        .forEach(line -> out.println("    " + line.strip()));
                out.println();
            }
        }
    }
}
