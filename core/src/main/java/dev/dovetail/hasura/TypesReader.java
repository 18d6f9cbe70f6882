package dev.dovetail.hasura;

import dev.dovetail.internal.schema.Fields;
import dev.dovetail.internal.schema.TypeTexts;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code custom_types}. Where there is an {@code actions.graphql}, its entries only add relationships to that. */
final class TypesReader {

    private final CustomTypes types;
    private final Report report;
    private final List<Entry> relationships = new ArrayList<>();
    private final List<String> owners = new ArrayList<>();

    TypesReader(CustomTypes types, Report report) {
        this.types = types;
        this.report = report;
    }

    /** Takes each relationship, with the name of the type that it is on. */
    interface Relationships {
        void accept(String type, Entry relationship);
    }

    void each(Relationships consumer) {
        for (int i = 0; i < owners.size(); i++) {
            consumer.accept(owners.get(i), relationships.get(i));
        }
    }

    void read(Entry entry) {
        entry.list("objects").forEach(this::object);
        entry.list("input_objects").forEach(this::input);
        entry.list("enums").forEach(this::enumeration);
        entry.list("scalars").forEach(this::scalar);
        report.unread(entry);
    }

    private void object(Entry entry) {
        String name = entry.get("name").name();
        if (!isDeclared(entry, name, "fields")) {
            types.add(
                    entry.place(),
                    ObjectTypeDefinition.newObjectTypeDefinition()
                            .name(name)
                            .description(Fields.text(entry.optionalText("description")))
                            .fieldDefinitions(some(entry, "fields").stream()
                                    .map(this::field)
                                    .toList())
                            .build());
        }
        for (Entry relationship : entry.list("relationships")) {
            owners.add(name);
            relationships.add(relationship);
        }
        report.unread(entry);
    }

    private void input(Entry entry) {
        String name = entry.get("name").name();
        if (!isDeclared(entry, name, "fields")) {
            types.add(
                    entry.place(),
                    InputObjectTypeDefinition.newInputObjectDefinition()
                            .name(name)
                            .description(Fields.text(entry.optionalText("description")))
                            .inputValueDefinitions(some(entry, "fields").stream()
                                    .map(this::inputField)
                                    .toList())
                            .build());
        }
        report.unread(entry);
    }

    private void enumeration(Entry entry) {
        String name = entry.get("name").name();
        if (!isDeclared(entry, name, "values")) {
            types.add(
                    entry.place(),
                    EnumTypeDefinition.newEnumTypeDefinition()
                            .name(name)
                            .description(Fields.text(entry.optionalText("description")))
                            .enumValueDefinitions(some(entry, "values").stream()
                                    .map(this::value)
                                    .toList())
                            .build());
        }
        report.unread(entry);
    }

    private void scalar(Entry entry) {
        types.scalar(entry.place(), entry.get("name").name());
        entry.find("description");
        report.unread(entry);
    }

    private FieldDefinition field(Entry entry) {
        FieldDefinition field = Fields.field(entry.get("name").name(), type(entry), entry.optionalText("description"));
        report.unread(entry);
        return field;
    }

    private InputValueDefinition inputField(Entry entry) {
        InputValueDefinition field =
                Fields.argument(entry.get("name").name(), type(entry), entry.optionalText("description"));
        report.unread(entry);
        return field;
    }

    private EnumValueDefinition value(Entry entry) {
        EnumValueDefinition.Builder value = EnumValueDefinition.newEnumValueDefinition()
                .name(entry.get("value").name())
                .description(Fields.text(entry.optionalText("description")));
        if (entry.isTrue("is_deprecated")) {
            value.directive(Fields.deprecated("No longer supported"));
        }
        report.unread(entry);
        return value.build();
    }

    /** The type that the entry's {@code type} names. */
    static Type<?> type(Entry entry) {
        Entry text = entry.get("type");
        Type<?> type = TypeTexts.parse(text.text());
        if (type == null) {
            throw text.malformed("'" + text.text() + "' is no type of GraphQL's");
        }
        return type;
    }

    private boolean isDeclared(Entry entry, String name, String parts) {
        return types.has(name) && entry.find(parts) == null;
    }

    private static List<Entry> some(Entry entry, String parts) {
        Entry list = entry.find(parts);
        if (list == null) {
            throw entry.malformed("it has no " + parts + ", and no type in an actions.graphql");
        }
        if (list.list().isEmpty()) {
            throw list.malformed("it is empty");
        }
        return list.list();
    }
}
