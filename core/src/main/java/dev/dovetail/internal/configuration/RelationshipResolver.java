package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.generation.FormFields;
import dev.dovetail.internal.model.Form;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnOrder;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableSource;
import java.util.List;
import java.util.Set;

/** Resolves relationships to tables: finds type, table and mapping. */
final class RelationshipResolver {

    private final ParentTypes parents;
    private final MappedFields mapped;
    private final Faults faults;
    private final JoinFields fields;

    RelationshipResolver(ParentTypes parents, MappedFields mapped, Faults faults, JoinFields fields) {
        this.parents = parents;
        this.mapped = mapped;
        this.faults = faults;
        this.fields = fields;
    }

    void resolve(TableRelationship relationship, TableType target, TableSource source) {
        boolean typeFits = parents.check(relationship);
        Mapping mapping = new Mapping(relationship, target.table(), mapped, faults);
        boolean mappingFits = mapping.resolve(typeFits);
        checkOrder(relationship, target.table());
        checkConnection(relationship, target.table());
        if (mapping.isListOfKeys()) {
            checkForms(relationship);
        }
        if (typeFits && mappingFits) {
            MissingIndex.warn(relationship, target.table());
            boolean many = relationship instanceof ArrayRelationship;
            fields.add(new Join(relationship, source, target, mapping.keyColumns(), many, mapping.isListOfKeys()));
        }
    }

    private void checkOrder(TableRelationship relationship, Table table) {
        for (ColumnOrder order : relationship.order()) {
            if (table.position(order.column()) < 0) {
                List<String> known = table.columns().stream().map(Column::name).toList();
                faults.add(
                        relationship,
                        "it is ordered by column '" + order.column() + "', which table " + table + " does not have"
                                + Hints.of(order.column(), known));
            }
        }
    }

    /** The rows of each key are looked up on their own: nothing is known of all of them together. */
    private void checkForms(TableRelationship relationship) {
        Set<Form> forms = FormFields.forms(relationship);
        if (forms.contains(Form.AGGREGATE)) {
            faults.add(relationship, "it has aggregates, but its key is a list; leave .aggregates() out");
        }
        if (forms.contains(Form.CONNECTION)) {
            faults.add(relationship, "it has pages, but its key is a list; leave .connection() out");
        }
    }

    /** A page begins behind a row, so that rows must be told apart. */
    private void checkConnection(TableRelationship relationship, Table table) {
        if (relationship instanceof ArrayRelationship array
                && array.hasConnection()
                && table.key().isEmpty()) {
            faults.add(
                    relationship,
                    "it has pages, but table " + table + " has no unique index whose columns are never null; "
                            + "create one, or leave .connection() out");
        }
    }
}
