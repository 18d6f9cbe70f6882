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

/** What will be asked of the rows of a plan, by whichever of the fields that want them. */
record Branch(Plan plan, List<Branch> below) {

    /** The branches of the rows that several fields want, each plan once. */
    static List<Branch> of(List<FieldPlan> fields) {
        Map<Plan, List<FieldPlan>> fieldsByPlan = new LinkedHashMap<>();
        for (FieldPlan field : fields) {
            for (Below below : field.layout().below().values()) {
                fieldsByPlan
                        .computeIfAbsent(below.plan().plan(), plan -> new ArrayList<>())
                        .add(below.plan());
            }
        }
        List<Branch> branches = new ArrayList<>();
        fieldsByPlan.forEach((plan, fieldsBelow) -> branches.add(new Branch(plan, of(fieldsBelow))));
        return branches;
    }

    /** As it is told to the source of the rows, which must be that of the branch as well. */
    TableBranch told(TableType rows) {
        TableType found = plan.join().target();
        return new TableBranch(
                from(rows),
                plan.query(),
                below.stream()
                        .filter(branch -> branch.isToldTo(plan))
                        .map(branch -> branch.told(found))
                        .toList());
    }

    private List<Column> from(TableType rows) {
        return plan.join().relationship().from().stream()
                .map(field -> rows.table().columns().get(rows.requirePosition(field)))
                .toList();
    }

    /** Whether the source of the parent's rows is told of this branch: it has its rows, and compares what keys are made of. */
    @SuppressWarnings("ReferenceEquality") // there is one object for each source
    boolean isToldTo(Plan parent) {
        return plan.join().source() == parent.join().source()
                && isComparedAsStored(from(parent.join().target()));
    }

    /** Keys are made of what rows show: of what they store only where both mean the same. */
    private boolean isComparedAsStored(List<Column> from) {
        List<Column> to = plan.join().keyColumns();
        return IntStream.range(0, to.size())
                .allMatch(i -> (!from.get(i).isConverted() && !to.get(i).isConverted())
                        || Objects.equals(from.get(i).conversion(), to.get(i).conversion()));
    }
}
