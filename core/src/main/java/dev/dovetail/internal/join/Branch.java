package dev.dovetail.internal.join;

import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Column;
import dev.dovetail.table.TableBranch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        List<Column> from = plan.join().relationship().from().stream()
                .map(field -> rows.table().columns().get(rows.requirePosition(field)))
                .toList();
        TableType found = plan.join().target();
        return new TableBranch(
                from,
                plan.query(),
                below.stream()
                        .filter(branch -> branch.isOfSource(plan))
                        .map(branch -> branch.told(found))
                        .toList());
    }

    @SuppressWarnings("ReferenceEquality") // there is one object for each source
    boolean isOfSource(Plan parent) {
        return plan.join().source() == parent.join().source();
    }
}
