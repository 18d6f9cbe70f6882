package dev.dovetail.hasura;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.definition.TableRelationshipBuilder;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.hasura.RelationshipsReader.TypeLink;
import dev.dovetail.internal.failure.Faults;
import graphql.schema.GraphQLScalarType;
import java.util.ArrayList;
import java.util.List;

/** What documents mean to Dovetail. */
record Import(
        String types,
        List<GraphQLScalarType> scalars,
        List<ActionDefinition> actions,
        List<TableDefinition> tables,
        List<TableRelationship> relationships,
        List<Omission> omissions) {

    /**
     * Reads documents.
     *
     * @throws ConfigurationException if one has not the form of metadata, or variables of the environment are missing
     */
    static Import of(List<Document> documents, Settings settings) {
        Report report = new Report();
        Faults faults = new Faults();
        Collected parts = new Collected(documents, report);
        CustomTypes types = new CustomTypes(report);
        ActionSdl sdl = new ActionSdl(types, report);
        parts.sdl().forEach(sdl::read);
        TypesReader typesReader = new TypesReader(types, report);
        if (parts.types() != null) {
            typesReader.read(parts.types());
        }
        List<ActionDefinition> actions = new ActionsReader(settings, sdl, types, report, faults).read(parts);
        TablesReader tables = new TablesReader(parts.tables(), settings, report);
        List<TypeLink> links = new RelationshipsReader(report).read(typesReader);
        tables.join(links.stream().map(typeLink -> typeLink.link().target()).toList());
        List<TableDefinition> definitions = tables.definitions();
        List<TableRelationship> relationships = new ArrayList<>();
        for (TypeLink link : links) {
            relationships.add(relationship(link, tables, report));
        }
        for (TrackedTable table : tables.joined()) {
            table.links().values().forEach(link -> relationships.add(relationship(table, link)));
        }
        tables.reportRest();
        faults.throwIfAny();
        return new Import(types.sdl(), types.scalars(), actions, definitions, relationships, report.omissions());
    }

    private static TableRelationship relationship(TypeLink link, TablesReader tables, Report report) {
        boolean known = tables.has(link.link().target());
        if (!known) {
            report.add(
                    link.type() + "." + link.link().name(),
                    "table " + link.link().target() + " is not in the metadata, so nothing is known of its columns and "
                            + "permissions; declare it with .table(TableDefinition.of(...))");
        }
        return relationship(link.type(), link.link(), false, known);
    }

    /** A relationship maps fields, where Hasura's maps columns. */
    private static TableRelationship relationship(TrackedTable table, TableLink link) {
        List<String> fields = new ArrayList<>();
        for (String column : link.from()) {
            String field = table.mapped(column);
            if (field == null) {
                throw table.entry()
                        .malformed("relationship '" + link.name() + "' is by column '" + column
                                + "', which nobody may read, while another column is shown under its name");
            }
            fields.add(field);
        }
        TableLink mapped =
                new TableLink(link.name(), link.array(), link.target(), fields, link.to(), link.description());
        return relationship(table.typeName(), mapped, true, true);
    }

    private static TableRelationship relationship(String type, TableLink link, boolean filterable, boolean aggregates) {
        if (!link.array()) {
            return filled(ObjectRelationship.named(link.name()), type, link, filterable)
                    .build();
        }
        ArrayRelationship.Builder array = filled(ArrayRelationship.named(link.name()), type, link, filterable);
        return aggregates ? array.aggregates().build() : array.build();
    }

    private static <B extends TableRelationshipBuilder<?, B>> B filled(
            B builder, String type, TableLink link, boolean filterable) {
        builder.on(type)
                .references(link.target().schema(), link.target().name())
                .source(link.target().source())
                .from(link.from().toArray(new String[0]))
                .to(link.to().toArray(new String[0]));
        if (link.description() != null) {
            builder.description(link.description());
        }
        return filterable ? builder.filterable() : builder;
    }
}
