package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.Relationship;
import dev.dovetail.definition.TableRelationshipBuilder;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.schema.Additions;
import dev.dovetail.internal.schema.AppliedDirective;
import dev.dovetail.internal.schema.KnownScalars;
import dev.dovetail.internal.schema.RelationshipDirectives;
import dev.dovetail.internal.schema.SchemaView;
import graphql.language.DirectiveDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The relationships that a schema declares with directives: the same as those in code. */
final class DeclaredRelationships {

    private static final String DESCENDING = " desc";

    private final SchemaView schema;
    private final Additions additions;
    private final Faults faults;

    DeclaredRelationships(SchemaView schema, Additions additions, Faults faults) {
        this.schema = schema;
        this.additions = additions;
        this.faults = faults;
    }

    /** Those without a fault of their own. */
    List<Relationship> all() {
        List<Relationship> relationships = new ArrayList<>();
        for (AppliedDirective applied :
                schema.directives(RelationshipDirectives.definitions().keySet())) {
            define(applied.directive().getName());
            DirectiveArguments arguments = new DirectiveArguments(applied, definition(applied), faults);
            Relationship relationship = applied.directive().getName().equals(RelationshipDirectives.ARRAY)
                    ? array(applied, arguments)
                    : common(ObjectRelationship.named(arguments.requiredText("name")), applied, arguments)
                            .build();
            if (arguments.areWhole()) {
                relationships.add(relationship);
            }
        }
        return relationships;
    }

    private static DirectiveDefinition definition(AppliedDirective applied) {
        return Objects.requireNonNull(
                RelationshipDirectives.definitions().get(applied.directive().getName()));
    }

    /** A schema that uses a directive may leave its definition to Dovetail. */
    private void define(String directive) {
        additions.directive(
                Objects.requireNonNull(RelationshipDirectives.definitions().get(directive)));
        if (schema.kind(RelationshipDirectives.MAPPING_SCALAR) == null) {
            additions.scalar(Objects.requireNonNull(KnownScalars.byName(RelationshipDirectives.MAPPING_SCALAR)));
        }
    }

    private static Relationship array(AppliedDirective applied, DirectiveArguments arguments) {
        ArrayRelationship.Builder builder =
                common(ArrayRelationship.named(arguments.requiredText("name")), applied, arguments);
        if (arguments.flag("aggregates")) {
            builder.aggregates();
        }
        if (arguments.flag("connection")) {
            builder.connection();
        }
        return builder.build();
    }

    private static <B extends TableRelationshipBuilder<?, B>> B common(
            B builder, AppliedDirective applied, DirectiveArguments arguments) {
        String tableSchema = arguments.text("schema");
        Map<String, String> mapping = arguments.mapping("mapping");
        builder.on(applied.typeName())
                .declaredAt(applied.place())
                .references(tableSchema == null ? "" : tableSchema, arguments.requiredText("table"))
                .from(mapping.keySet().toArray(String[]::new))
                .to(mapping.values().toArray(String[]::new));
        String source = arguments.text("source");
        if (source != null) {
            builder.source(source);
        }
        arguments.texts("orderBy").forEach(term -> order(builder, term));
        if (arguments.flag("filterable")) {
            builder.filterable();
        }
        return arguments.flag("nonNull") ? builder.nonNull() : builder;
    }

    private static void order(TableRelationshipBuilder<?, ?> builder, String term) {
        if (term.endsWith(DESCENDING)) {
            builder.orderByDescending(term.substring(0, term.length() - DESCENDING.length()));
        } else {
            builder.orderBy(term);
        }
    }
}
