package dev.dovetail.internal.arguments;

import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.model.TableLink;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a filter of a client's.
 *
 * <p>What the caller may not read takes no part: a hidden column is refused, and a related table is filtered by its own
 * access rule as well, or a filter would tell what it hides.
 */
final class FilterReader {

    private final Vocabulary words;
    private final Caller caller;

    FilterReader(Vocabulary words, Caller caller) {
        this.words = words;
        this.caller = caller;
    }

    /**
     * The filter for rows of a type.
     *
     * @param place what messages call it
     */
    Filter read(TableType type, Grant grant, @Nullable Object where, String place) {
        List<Filter> all = new ArrayList<>();
        Arguments.object(where, place)
                .forEach((name, value) -> all.add(entry(type, grant, name, value, place + "." + name)));
        return all.size() == 1 ? all.get(0) : new Filter.All(all);
    }

    private Filter entry(TableType type, Grant grant, String name, @Nullable Object value, String place) {
        if (name.equals(words.own("_and"))) {
            return new Filter.All(each(type, grant, value, place));
        }
        if (name.equals(words.own("_or"))) {
            return new Filter.Any(each(type, grant, value, place));
        }
        if (name.equals(words.own("_not"))) {
            return new Filter.Not(read(type, grant, value, place));
        }
        TableLink link = type.filterableLinks().get(name);
        return link == null ? column(type, grant, name, value, place) : related(link, value, place);
    }

    private List<Filter> each(TableType type, Grant grant, @Nullable Object value, String place) {
        List<Filter> filters = new ArrayList<>();
        Arguments.list(value, place).forEach(filter -> filters.add(read(type, grant, filter, place)));
        return filters;
    }

    private Filter column(TableType type, Grant grant, String field, @Nullable Object comparisons, String place) {
        Column column = Columns.shown(type, grant, field, place);
        List<Filter> all = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> comparison :
                Arguments.object(comparisons, place).entrySet()) {
            String name = comparison.getKey();
            Operator operator = Objects.requireNonNull(words.operators().get(name), name);
            Object value = FilterValues.value(column, operator, comparison.getValue(), place + "." + name);
            all.add(new Filter.Comparison(column, operator, value));
        }
        return all.size() == 1 ? all.get(0) : new Filter.All(all);
    }

    private Filter related(TableLink link, @Nullable Object where, String place) {
        TableType target = link.join().target();
        Grant grant = caller.grant(target);
        return new Filter.Related(link.link(), Filter.both(grant.filter(), read(target, grant, where, place)));
    }
}
