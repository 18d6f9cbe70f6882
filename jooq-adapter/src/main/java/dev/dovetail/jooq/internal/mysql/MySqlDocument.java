package dev.dovetail.jooq.internal.mysql;

import dev.dovetail.jooq.internal.dialect.JsonTree;
import dev.dovetail.jooq.internal.statement.BindType;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.JoinKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of values, or of keys, as one document. What a column's type does not have is null there. */
final class MySqlDocument {

    private MySqlDocument() {}

    /** A list of values, none of which may be refused. */
    static BindType ofValues(ColumnType type) {
        return values -> {
            List<Object> document = new ArrayList<>();
            for (Object value : (List<?>) values) {
                Object written = written(type, value);
                if (written == null) {
                    throw MySqlBind.refused();
                }
                document.add(written);
            }
            return JsonTree.write(document);
        };
    }

    /** A list of keys: of each, the list of its values. */
    static BindType ofKeys(List<Column> columns) {
        return keys -> {
            List<List<@Nullable Object>> document = new ArrayList<>();
            ((List<?>) keys).forEach(key -> document.add(key(columns, (JoinKey) key)));
            return JsonTree.write(document);
        };
    }

    private static List<@Nullable Object> key(List<Column> columns, JoinKey key) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(written(columns.get(i).type(), key.value(i)));
        }
        return values;
    }

    /** Doubles as texts, which MySQL reads to the last digit, unlike the numbers of a document. */
    private static @Nullable Object written(ColumnType type, Object value) {
        Object converted = MySqlValues.of(type, value);
        return converted instanceof Double number ? number.toString() : converted;
    }
}
