package dev.dovetail.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in an order: where the row with these values stands.
 *
 * @param values one value for each term of the order, of the Java class that the term's kind says; null where the row has
 *     none
 */
public record Position(List<@Nullable Object> values) {

    // Not the short form: compilers of other modules would not see that values may be null.
    public Position(List<@Nullable Object> values) {
        this.values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
