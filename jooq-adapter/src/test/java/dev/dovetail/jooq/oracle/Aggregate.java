package dev.dovetail.jooq.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A field of what is computed of rows. */
interface Aggregate {

    String text();

    Object of(List<Map<String, Object>> rows);

    /** The number of rows, or of those with values in all of some columns. */
    record Count(List<Column> columns, Boolean distinct) implements Aggregate {
        @Override
        public String text() {
            List<String> arguments = new ArrayList<>();
            if (!columns.isEmpty()) {
                arguments.add("columns: " + columns.stream().map(Column::name).toList());
            }
            if (distinct != null) {
                arguments.add("distinct: " + distinct);
            }
            return "count" + Choice.written(arguments);
        }

        @Override
        public Object of(List<Map<String, Object>> rows) {
            List<Object> tuples = new ArrayList<>();
            for (Map<String, Object> row : rows) {
                List<Object> tuple = columns.stream()
                        .map(column -> Plain.of(row.get(column.name())))
                        .collect(Collectors.toList());
                boolean counts = !Boolean.TRUE.equals(distinct) || columns.isEmpty() || !tuples.contains(tuple);
                if (!tuple.contains(null) && counts) {
                    tuples.add(tuple);
                }
            }
            return tuples.size();
        }
    }

    /** One function of some columns. */
    record OfColumns(Statistic function, List<Column> columns) implements Aggregate {
        @Override
        public String text() {
            StringBuilder text = new StringBuilder(function + " {");
            for (int i = 0; i < columns.size(); i++) {
                text.append(" v").append(i).append(": ").append(columns.get(i).name());
            }
            return text.append(" }").toString();
        }

        @Override
        public Object of(List<Map<String, Object>> rows) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (Column column : columns) {
                Object value = function.of(column, rows);
                values.put("v" + values.size(), Kind.shown(value));
            }
            return values;
        }
    }
}
