package dev.dovetail.jooq.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of all tables. */
public final class Data {

    private static final int ROWS = 30;

    private final Map<Table, List<Map<String, Object>>> rows = new LinkedHashMap<>();

    /** Random rows with nulls and duplicates everywhere, except for primary keys. */
    public static Data random(Random random) {
        Data data = new Data();
        Shop.TABLES.forEach(table -> data.fill(table, new Pick(random)));
        return data;
    }

    private void fill(Table table, Pick pick) {
        List<Map<String, Object>> all = new ArrayList<>();
        Set<Object> keys = new HashSet<>();
        for (int i = 0; i < ROWS; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            table.columns().forEach(column -> row.put(column.name(), column.random(pick)));
            if (keys.add(table.primaryKey().stream().map(row::get).toList())) {
                all.add(row);
            }
        }
        rows.put(table, all);
    }

    /** What inserts the rows. */
    public List<String> inserts() {
        List<String> inserts = new ArrayList<>();
        rows.forEach((table, all) -> inserts.add("insert into " + table.name() + " values "
                + all.stream().map(row -> tuple(table, row)).collect(Collectors.joining(", "))));
        return inserts;
    }

    private static String tuple(Table table, Map<String, Object> row) {
        return table.columns().stream()
                .map(column -> Literals.sql(column, row.get(column.name())))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** What an action answers: objects with keys of which some lead nowhere. */
    public static List<Map<String, Object>> randomOutputs(Random random) {
        Pick pick = new Pick(random);
        Column key = Column.key("key", 9);
        return pick.times(1 + pick.below(5), () -> {
            Map<String, Object> output = new LinkedHashMap<>();
            output.put("key", key.random(pick));
            output.put("region", Column.value("region", Kind.MOOD).random(pick));
            output.put("keys", pick.oneIn(5) ? null : pick.times(pick.below(5), () -> key.random(pick)));
            return output;
        });
    }

    /** The rows that a relationship of a source leads to, in no order; for a list of keys, those of each key in turn. */
    List<List<Map<String, Object>>> matches(Relation relation, Map<String, Object> source) {
        if (!relation.listOfKeys()) {
            List<Object> key = new ArrayList<>();
            relation.from().forEach(field -> key.add(source.get(field)));
            return List.of(matches(relation, key));
        }
        List<List<Map<String, Object>>> ofEachKey = new ArrayList<>();
        if (source.get(relation.from().get(0)) instanceof List<?> keys) {
            for (Object key : keys) {
                List<Object> one = new ArrayList<>();
                one.add(key);
                ofEachKey.add(matches(relation, one));
            }
        }
        return ofEachKey;
    }

    private List<Map<String, Object>> matches(Relation relation, List<Object> key) {
        List<Map<String, Object>> matches = new ArrayList<>();
        for (Map<String, Object> row : rows.get(relation.target())) {
            boolean match = true;
            for (int i = 0; i < key.size(); i++) {
                match &= key.get(i) != null
                        && key.get(i).equals(row.get(relation.to().get(i)));
            }
            if (match) {
                matches.add(row);
            }
        }
        return matches;
    }
}
