package dev.dovetail.hasura;

import dev.dovetail.internal.schema.KnownScalars;
import dev.dovetail.internal.schema.TypeTexts;
import graphql.language.AstPrinter;
import graphql.language.DirectivesContainer;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.GraphQLScalarType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The types of the metadata's own, and the scalars that they and the actions use. */
final class CustomTypes {

    private final Report report;
    private final Map<String, Node<?>> definitions = new LinkedHashMap<>();
    private final Set<String> declaredScalars = new LinkedHashSet<>();
    private final Set<String> used = new LinkedHashSet<>();

    CustomTypes(Report report) {
        this.report = report;
    }

    void add(String place, DirectivesContainer<?> definition) {
        String name = Objects.requireNonNull(((NamedNode<?>) definition).getName());
        if (definitions.putIfAbsent(name, (Node<?>) definition) != null) {
            report.add(place, "type " + name + " was declared before; the first one is taken");
        }
    }

    boolean has(String name) {
        return definitions.containsKey(name);
    }

    void scalar(String place, String name) {
        declaredScalars.add(name);
        if (KnownScalars.byName(name) != null && !KnownScalars.isBuiltIn(name)) {
            report.add(
                    place,
                    "Dovetail's own scalar " + name + " is used, which refuses what is none; Hasura takes any value");
        }
    }

    /** Notes that a field or argument is of a type, as SDL writes it. */
    void use(String type) {
        used.add(TypeTexts.name(Objects.requireNonNull(TypeTexts.parse(type))));
    }

    /** All types, as SDL. */
    String sdl() {
        return definitions.values().stream().map(AstPrinter::printAst).collect(Collectors.joining("\n\n"));
    }

    /** The scalars that no schema has unless it is given them. */
    List<GraphQLScalarType> scalars() {
        definitions.values().forEach(this::useFields);
        return used.stream()
                .filter(name -> !definitions.containsKey(name) && !KnownScalars.isBuiltIn(name))
                .filter(name -> !declaredScalars.contains(name) || KnownScalars.byName(name) == null)
                .map(this::scalar)
                .toList();
    }

    private GraphQLScalarType scalar(String name) {
        if (!declaredScalars.contains(name) && !HasuraScalar.isKnown(name)) {
            report.add("type " + name, "Dovetail does not know this scalar of the database's; any value passes");
        }
        return HasuraScalar.of(name);
    }

    private void useFields(Node<?> definition) {
        if (definition instanceof ObjectTypeDefinition object) {
            for (FieldDefinition field : object.getFieldDefinitions()) {
                used.add(TypeTexts.name(field.getType()));
            }
        } else if (definition instanceof InputObjectTypeDefinition input) {
            for (InputValueDefinition field : input.getInputValueDefinitions()) {
                used.add(TypeTexts.name(field.getType()));
            }
        }
    }
}
