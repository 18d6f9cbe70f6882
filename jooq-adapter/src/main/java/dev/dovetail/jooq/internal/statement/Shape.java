package dev.dovetail.jooq.internal.statement;

import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;

/**
 * What decides the text of a statement.
 *
 * @param single whether there is but one key
 * @param many whether aggregates are of so many keys that it pays to look all of these up together
 * @param limited whether the request bounds the number of rows
 */
public record Shape(TableQuery query, boolean single, boolean many, boolean limited) {

    /** Measured with 10 rows for a key: with 100 keys it makes no difference, with 1,000 half the time. */
    private static final int MANY = 200;

    public static Shape of(TableRequest request, TableQuery query) {
        int keys = request.keys().size();
        boolean many = keys >= MANY && !query.aggregates().isEmpty();
        return new Shape(query, keys == 1, many, request.maxRows() != TableRequest.UNLIMITED);
    }
}
