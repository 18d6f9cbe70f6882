package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Configuration;
import org.jooq.QueryPart;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;

/**
 * The text of a statement that serves many batches, in the pieces between its parameters.
 *
 * @param pieces one more than there are parameters
 * @param binds where the value of each parameter is
 */
public record StatementText(List<String> pieces, List<Bind> binds) {

    /** Renders a statement whose values are in slots. */
    public static StatementText of(Configuration configuration, QueryPart statement) {
        List<Bind> binds = new ArrayList<>();
        String text = DSL.using(Binds.collecting(configuration, binds)).render(statement);
        return new StatementText(List.of(text.split(String.valueOf(Binds.MARK), -1)), List.copyOf(binds));
    }

    public int length() {
        return pieces.stream().mapToInt(String::length).sum();
    }

    /** The statement for a batch, which jOOQ need only write down. */
    public QueryPart of(Inputs inputs) {
        return CustomQueryPart.of(context -> {
            context.sql(pieces.get(0), true);
            for (int i = 0; i < binds.size(); i++) {
                context.visit(val(binds.get(i).of(inputs), Binds.TYPE)).sql(pieces.get(i + 1), true);
            }
        });
    }
}
