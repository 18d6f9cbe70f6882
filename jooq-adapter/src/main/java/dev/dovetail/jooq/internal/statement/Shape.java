package dev.dovetail.jooq.internal.statement;

import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;

/**
 * What decides the text of a statement.
 *
 * @param single whether there is but one key
 * @param many whether aggregates are of so many keys that it pays to look all of these up together
 * @param limited whether the request bounds the number of rows
 * @param named how many keys the text names one by one; 0 where one text serves any number of keys
 */
public record Shape(TableQuery query, boolean single, boolean many, boolean limited, int named) {

    /** Measured with 10 rows for a key: with 100 keys it makes no difference, with 1,000 half the time. */
    private static final int MANY = 200;

    /** Of a text that names no key. */
    public Shape(TableQuery query, boolean single, boolean many, boolean limited) {
        this(query, single, many, limited, 0);
    }

    public static Shape of(TableRequest request, TableQuery query) {
        int keys = request.keys().size();
        boolean many = keys >= MANY && !query.aggregates().isEmpty();
        return new Shape(query, keys == 1, many, request.maxRows() != TableRequest.UNLIMITED);
    }

    /** The same of a text that names so many keys. */
    public Shape naming(int keys) {
        return keys == named ? this : new Shape(query, single, many, limited, keys);
    }
}
