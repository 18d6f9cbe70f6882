package dev.dovetail.internal.access;

import dev.dovetail.access.NativeRows;
import dev.dovetail.session.Session;
import dev.dovetail.table.Filter;
import graphql.GraphQLContext;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * An access rule once its columns and relationships were found.
 *
 * @param name what messages call the rule
 * @param rows the rows that may be read
 * @param nativeRows filters in terms of the table's source that a row must pass as well
 * @param hidden the positions in the table of the columns that may not be read
 * @param limit how many rows a relationship gives for one parent
 * @param aggregates whether aggregates may be read
 * @param requires the session variables that the rule names; those in {@code rows} are known from there
 * @param readsSession whether the rule needs session variables at all
 */
public record Rule(
        String name,
        RowCondition rows,
        List<NativeRows> nativeRows,
        BitSet hidden,
        int limit,
        boolean aggregates,
        Set<String> requires,
        boolean readsSession) {

    /** What the rule grants a caller. */
    Grant grant(Session session, GraphQLContext context) {
        Filter filter = rows(session);
        for (NativeRows rowsOfSource : nativeRows) {
            filter = Filter.both(filter, rowsOfSource.filter(session, context));
        }
        return new Grant(name, filter, hidden, limit, aggregates);
    }

    /** The rows that a caller may read, as far as it is known without the table's source. */
    Filter rows(Session session) {
        Variables variables = new Variables(session, name);
        requires.forEach(variables::value);
        return rows.filter(variables);
    }
}
