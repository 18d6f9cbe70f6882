package dev.dovetail.jooq.internal.dialect;

import dev.dovetail.table.TableRequest;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** The servers that a database has the rows of its foreign tables from. */
public interface Servers {

    /**
     * The server that has the rows of each key of a request, by numbers of the database's own; 0 for the database itself.
     * Empty where the key alone does not say which server that is.
     *
     * @param dsl connected to the database
     */
    List<Long> ofKeys(DSLContext dsl, TableRequest request);

    /** What a session must have set, for a statement to ask no other servers than those of its keys. */
    Map<String, String> settings();
}
