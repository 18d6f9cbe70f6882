package dev.dovetail.internal.join;

import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Column;
import dev.dovetail.table.TableBranch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What will be asked of the rows of a plan.
 *
 * @param fields that want these rows
 */
record Branch(Plan plan, List<FieldPlan> fields, List<Branch> below) {

    /**
     * The branches of the rows of a plan, each plan once. Only those that the source of the rows is told of, as it answers
     * them by their places.
     *
     * @param fields that want the rows
     */
    static List<Branch> of(Plan above, List<FieldPlan> fields) {
        Map<Plan, List<FieldPlan>> fieldsByPlan = new LinkedHashMap<>();
        for (FieldPlan field : fields) {
            for (Below below : field.layout().below().values()) {
                fieldsByPlan
                        .computeIfAbsent(below.plan().plan(), plan -> new ArrayList<>())
                        .add(below.plan());
            }
        }
        List<Branch> branches = new ArrayList<>();
        fieldsByPlan.forEach((plan, fieldsBelow) -> {
            if (isTold(plan, above)) {
                branches.add(new Branch(plan, fieldsBelow, of(plan, fieldsBelow)));
            }
        });
        return branches;
    }

    /** As it is told to the source. */
    TableBranch told(TableType rows) {
        TableType found = plan.join().target();
        return new TableBranch(
                from(plan, rows),
                plan.query(),
                below.stream().map(branch -> branch.told(found)).toList());
    }

    private static List<Column> from(Plan plan, TableType rows) {
        return plan.join().relationship().from().stream()
                .map(field -> rows.table().columns().get(rows.requirePosition(field)))
                .toList();
    }

    /** Whether the source of the rows above is told of this plan: it has its rows, and compares what keys are made of. */
    @SuppressWarnings("ReferenceEquality") // there is one object for each source
    private static boolean isTold(Plan plan, Plan above) {
        return plan.join().source() == above.join().source()
                && isComparedAsStored(
                        from(plan, above.join().target()), plan.join().keyColumns());
    }

    /** Keys are made of what rows show: of what they store only where both mean the same. */
    private static boolean isComparedAsStored(List<Column> from, List<Column> to) {
        return IntStream.range(0, to.size())
                .allMatch(i -> (!from.get(i).isConverted() && !to.get(i).isConverted())
                        || Objects.equals(from.get(i).conversion(), to.get(i).conversion()));
    }
}
