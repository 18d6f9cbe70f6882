package dev.dovetail.jooq.oracle;

import dev.dovetail.jooq.oracle.Selection.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Makes random selections, in which one relationship may stand several times. */
public final class RandomSelections {

    private final Pick pick;
    private final Data data;
    private final RandomChoices choices;

    public RandomSelections(Random random, Data data) {
        this.pick = new Pick(random);
        this.data = data;
        this.choices = new RandomChoices(pick, data);
    }

    /**
     * A selection of an action's output.
     *
     * @param depth how many levels of relationships it has at most
     */
    public Selection ofOutput(int depth) {
        return of(Shop.OUTPUT, List.of("key", "region", "keys"), depth);
    }

    private Selection ofTable(Table table, int depth) {
        return of(table.type(), table.columns().stream().map(Column::name).toList(), depth);
    }

    private Selection of(String type, List<String> columns, int depth) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String column : pick.some(columns, 3)) {
            fields.put("c" + fields.size(), new Fields.OfColumn(column));
        }
        List<Relation> relations = Shop.relationsOf(type);
        for (int i = depth == 0 ? 0 : 1 + pick.below(2); i > 0; i--) {
            fields.put("r" + fields.size(), relation(pick.of(relations), depth - 1));
        }
        if (fields.isEmpty()) {
            fields.put("c0", new Fields.OfColumn(columns.get(0)));
        }
        return new Selection(fields);
    }

    private Field relation(Relation relation, int depth) {
        if (!relation.many()) {
            return new Fields.OfRows(relation, Choice.EVERYTHING, ofTable(relation.target(), depth));
        }
        return switch (relation.listOfKeys() ? 0 : pick.below(4)) {
            case 1 -> aggregates(relation, depth);
            case 2 -> new Fields.OfPage(relation, page(relation), ofTable(relation.target(), depth));
            default -> new Fields.OfRows(relation, choices.of(relation), ofTable(relation.target(), depth));
        };
    }

    private Page page(Relation relation) {
        List<Order> order = new RandomOrders(pick, data).of(relation.target());
        Condition where = choices.where(relation.target());
        Integer size = pick.of(0, 1, 2, 3, 50);
        return switch (pick.below(3)) {
            case 0 -> Page.forward(where, order, size);
            case 1 -> Page.backward(where, order, size);
            default -> Page.forward(where, order, null);
        };
    }

    private Field aggregates(Relation relation, int depth) {
        Map<String, Aggregate> values = new LinkedHashMap<>();
        Supplier<Aggregate> one = () -> pick.oneIn(3) ? count(relation) : ofColumns(relation);
        pick.times(1 + pick.below(3), one).forEach(value -> values.put("a" + values.size(), value));
        Map<String, Selection> nodes = new LinkedHashMap<>();
        for (int i = pick.below(3); i > 0; i--) {
            nodes.put("n" + nodes.size(), ofTable(relation.target(), depth));
        }
        return new Fields.OfAggregates(relation, choices.of(relation), values, nodes);
    }

    private Aggregate count(Relation relation) {
        return new Aggregate.Count(pick.some(relation.target().columns(), 2), pick.of(true, false, null));
    }

    private Aggregate ofColumns(Relation relation) {
        Statistic function = pick.of(Statistic.values());
        List<Column> columns = function.columns(relation.target());
        List<Column> chosen = pick.some(columns, 2);
        return new Aggregate.OfColumns(function, chosen.isEmpty() ? columns.subList(0, 1) : chosen);
    }
}
