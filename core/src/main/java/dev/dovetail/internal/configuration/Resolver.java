package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ActionRelationship;
import dev.dovetail.definition.Limits;
import dev.dovetail.definition.Relationship;
import dev.dovetail.definition.RemoteRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.generation.ColumnOperators;
import dev.dovetail.internal.generation.FormFields;
import dev.dovetail.internal.generation.GeneratedTypes;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.internal.schema.CombinedView;
import dev.dovetail.internal.schema.RegistryView;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves all definitions against one schema. Used once. */
public final class Resolver {

    private final Definitions definitions;
    private final Catalog catalog;
    private final SchemaView host;
    private final Faults faults = new Faults();
    private final Configuration result = new Configuration();
    private final Map<TableName, TableType> types = new LinkedHashMap<>();
    private final List<Relationship> relationships = new ArrayList<>();

    public Resolver(Definitions definitions, Catalog catalog, SchemaView host) {
        this.definitions = definitions;
        this.catalog = catalog;
        this.host = host;
    }

    /**
     * What to add and what to bind.
     *
     * @throws ConfigurationException with every fault, if there is any
     */
    public Configuration resolve() {
        SchemaView schema = declareTypes();
        relationships.addAll(definitions.relationships());
        relationships.addAll(new DeclaredRelationships(schema, result.additions(), faults).all());
        definitions.tables().forEach(definition -> resolveTable(definition, schema));
        Map<String, TableType> byName = new LinkedHashMap<>();
        types.values().forEach(type -> byName.put(type.name(), type));
        ParentTypes parents = new ParentTypes(schema, byName, faulty(byName), faults);
        MappedFields mapped = new MappedFields(schema, byName, faults);
        resolveRelationships(schema, byName, parents, mapped);
        new EntityResolver(schema, byName, catalog, result.entities()).resolve();
        new AccessResolver(types, catalog, faults).resolve(definitions.tables());
        ActionResolver actions = new ActionResolver(
                schema,
                new PermissionResolver(types, catalog, faults),
                new AsyncActionResolver(schema, definitions.asyncActions() != null, faults, result),
                faults,
                result);
        definitions.actions().forEach(actions::resolve);
        ActionRelationshipResolver toActions = new ActionRelationshipResolver(schema, parents, mapped, faults, result);
        declared(ActionRelationship.class).forEach(toActions::resolve);
        new TypeReferences(schema, definitions.scalars(), result.additions(), faults).check();
        checkLimits();
        faults.throwIfAny();
        return result;
    }

    private SchemaView declareTypes() {
        DeclaredTypes declared = new DeclaredTypes(host, result.additions(), faults);
        definitions.types().forEach(declared::add);
        return new CombinedView(host, new RegistryView(declared.registry()));
    }

    private void resolveTable(TableDefinition definition, SchemaView schema) {
        if (types.containsKey(definition.table())) {
            faults.add(definition, "the table is declared twice");
            return;
        }
        boolean taken = types.values().stream().anyMatch(type -> type.name().equals(definition.typeName()));
        if (taken) {
            faults.add(definition, "another table has the type " + definition.typeName() + " already");
            return;
        }
        Table table = catalog.find(definition, faults);
        if (table != null) {
            TableType type =
                    new TableResolver(definition, table, schema, definitions.naming(), faults, result).resolve();
            if (type != null) {
                types.put(definition.table(), type);
            }
        }
    }

    /** The names of tables' types that have a fault of their own. */
    private Set<String> faulty(Map<String, TableType> byName) {
        Set<String> faulty = new HashSet<>();
        definitions.tables().forEach(definition -> faulty.add(definition.typeName()));
        faulty.removeAll(byName.keySet());
        return faulty;
    }

    private <R extends Relationship> List<R> declared(Class<R> kind) {
        return relationships.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void resolveRelationships(
            SchemaView schema, Map<String, TableType> byName, ParentTypes parents, MappedFields mapped) {
        Vocabulary words = new Vocabulary(definitions.naming());
        GeneratedTypes generated = new GeneratedTypes(schema, words, result.additions(), faults);
        FormFields forms = new FormFields(
                generated, words, types.values(), new ColumnOperators(catalog::source), result.aggregates(), faults);
        JoinFields fields = new JoinFields(schema, byName, parents, forms, faults, result);
        RelationshipResolver joins = new RelationshipResolver(parents, mapped, faults, fields);
        RemoteResolver remotes = new RemoteResolver(schema, parents, mapped, faults, result);
        declared(TableRelationship.class).forEach(relationship -> resolve(relationship, joins, parents));
        declared(RemoteRelationship.class).forEach(remotes::resolve);
        generated.make();
    }

    private void resolve(TableRelationship relationship, RelationshipResolver joins, ParentTypes parents) {
        TableType target = types.get(relationship.table());
        if (target != null) {
            joins.resolve(relationship, target, catalog.source(relationship.table()));
        } else {
            parents.check(relationship);
            reportTarget(relationship);
        }
    }

    private void checkLimits() {
        Limits limits = definitions.limits();
        checkLimit("rowsPerRelationship", limits.rowsPerRelationship());
        checkLimit("rowsPerRequest", limits.rowsPerRequest());
        checkLimit("depth", limits.depth());
        checkLimit("bytesPerBatch", limits.bytesPerBatch());
    }

    private void checkLimit(String name, long value) {
        if (value < 0) {
            faults.add("limits", name + " is negative; leave it out for no limit");
        }
    }

    /** A table that is declared, but could not be resolved, has a fault of its own. */
    private void reportTarget(TableRelationship relationship) {
        Set<String> declared = new HashSet<>();
        for (TableDefinition definition : definitions.tables()) {
            if (definition.table().equals(relationship.table())) {
                return;
            }
            declared.add(definition.table().toString());
        }
        String name = relationship.table().toString();
        faults.add(
                relationship,
                relationship.table().name().isEmpty()
                        ? "it names no table; say .references(schema, table)"
                        : "table " + name + " is not declared; say .table(TableDefinition.of(...))"
                                + Hints.of(name, declared));
    }
}
