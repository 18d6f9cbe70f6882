package dev.dovetail.jooq;

import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;

/**
 * What decides the text of a statement.
 *
 * @param single whether there is but one key
 * @param limited whether the request bounds the number of rows
 */
record Shape(TableQuery query, boolean single, boolean limited) {

    static Shape of(TableRequest request, TableQuery query) {
        return new Shape(query, request.keys().size() == 1, request.maxRows() != TableRequest.UNLIMITED);
    }
}
