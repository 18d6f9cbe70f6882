package dev.dovetail.examples.quickstart.database;

import java.util.ArrayList;
import java.util.List;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** Remembers the statements that go through jOOQ, so that the example can show them. */
public final class StatementLog implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private final transient List<String> statements = new ArrayList<>();

    @Override
    public synchronized void executeStart(ExecuteContext context) {
        statements.add(String.valueOf(context.sql()));
    }

    /** The statements since the last call of this method. */
    public synchronized List<String> take() {
        List<String> taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }
}
