package dev.dovetail.hasura;

import dev.dovetail.definition.ActionPermission;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.ForeignKey;
import dev.dovetail.table.Index;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Metadata for tests, and the database that it is of. */
final class Metadata {

    /** The types of Hasura's documentation of {@code set_custom_types}, with a relationship. */
    static final String TYPES = """
            {"objects": [{"name": "UserOutput", "description": "A user", "fields": [
                {"name": "id", "type": "uuid!", "description": "The key", "arguments": null},
                {"name": "mood", "type": "Mood"}, {"name": "tags", "type": "[Tag!]"}],
              "relationships": [
                {"name": "user", "type": "object", "source": "default", "field_mapping": {"id": "id"},
                 "remote_table": {"schema": "public", "name": "users"}},
                {"name": "orders", "type": "array", "remote_table": "orders", "field_mapping": {"id": "user_id"}}]}],
             "input_objects": [{"name": "UserInput", "description": null, "fields": [
                {"name": "name", "type": "String!", "description": "How to call them"}]}],
             "enums": [{"name": "Mood", "description": null, "values": [
                {"value": "HAPPY", "description": "Smiles", "is_deprecated": null},
                {"value": "SAD", "is_deprecated": true}]}],
             "scalars": [{"name": "Tag", "description": null}]}""";

    static final String ACTION = """
            {"name": "createUser", "comment": "Makes a user", "permissions": [{"role": "user", "comment": "x"}],
             "definition": {"kind": "synchronous", "type": "mutation", "output_type": "UserOutput!", "timeout": 5,
               "arguments": [{"name": "user", "type": "UserInput!", "description": "Who"}],
               "handler": "http://{{HOST}}/createUser", "forward_client_headers": true,
               "ignored_client_headers": ["X-Mine"],
               "headers": [{"name": "X-A", "value": "a"}, {"name": "X-B", "value_from_env": "SECRET"}]}}""";

    static final String TABLES = """
            [{"table": {"schema": "public", "name": "users"},
              "configuration": {"custom_name": "Person", "comment": "People", "custom_column_names": {"name": "fullName"}},
              "array_relationships": [{"name": "orders", "comment": "Theirs", "using":
                {"foreign_key_constraint_on": {"table": "orders", "column": "user_id"}}}],
              "select_permissions": [{"role": "user", "comment": "own", "permission": {
                "columns": ["id", "name"], "filter": {"id": {"_eq": "X-Hasura-User-Id"}}, "limit": 3}}]},
             {"table": "orders",
              "object_relationships": [
                {"name": "user", "using": {"foreign_key_constraint_on": "user_id"}},
                {"name": "owner", "using": {"manual_configuration": {
                  "remote_table": "users", "column_mapping": {"user_id": "id"}, "insertion_order": null}}}],
              "select_permissions": [{"role": "user", "permission": {"columns": "*", "filter": {},
                "allow_aggregations": true}}]}]""";

    static final String EXPORT_V2 = "{\"version\": 2, \"tables\": " + TABLES + ", \"actions\": [" + ACTION
            + "], \"custom_types\": " + TYPES + "}";

    static final String EXPORT_V3 = "{\"version\": 3, \"sources\": [{\"name\": \"default\", \"kind\": \"postgres\", "
            + "\"tables\": " + TABLES + ", \"configuration\": {\"connection_info\": {}}}], \"actions\": [" + ACTION
            + "], \"custom_types\": " + TYPES + "}";

    private Metadata() {}

    static HasuraMetadata read(String... json) {
        return HasuraMetadata.ofJson(json)
                .environment(variable -> variable.equals("HOST") ? "localhost:9" : "s3cret")
                .clientHeaders(context -> context.get("headers"))
                .database(new Shop());
    }

    /** An export with this filter as the permission of the role user on users. */
    static String filtered(String filter) {
        return EXPORT_V2.replace("{\"id\": {\"_eq\": \"X-Hasura-User-Id\"}}", filter);
    }

    static List<String> report(HasuraMetadata metadata) {
        return metadata.report().stream().map(Omission::toString).toList();
    }

    static List<String> roles(HasuraMetadata metadata) {
        return metadata.actions().get(0).permissions().stream()
                .map(ActionPermission::role)
                .toList();
    }

    /** Users and orders, described. */
    static final class Shop implements TableSource {

        private static final TableName USERS = TableName.of("public", "users");
        private static final TableName ORDERS = TableName.of("public", "orders");

        @Override
        public Table describe(TableName name) {
            List<Column> columns = name.equals(USERS)
                    ? List.of(column("id", ColumnKind.UUID), column("name", ColumnKind.TEXT))
                    : List.of(
                            column("id", ColumnKind.INTEGER),
                            column("user_id", ColumnKind.UUID),
                            column("details", ColumnKind.JSON));
            return name.equals(USERS) || name.equals(ORDERS)
                    ? Table.of(name, columns, List.of(new Index(List.of("id"), true)), null)
                    : null;
        }

        @Override
        public List<ForeignKey> foreignKeys(TableName name) {
            return name.equals(ORDERS) ? List.of(new ForeignKey(List.of("user_id"), USERS, List.of("id"))) : List.of();
        }

        @Override
        public Set<Operator> operators(dev.dovetail.table.ColumnType type) {
            return Set.of(Operator.values());
        }

        @Override
        public CompletionStage<TableRows> load(TableRequest request) {
            throw new UnsupportedOperationException();
        }

        private static Column column(String name, ColumnKind kind) {
            return new Column(name, ColumnType.of(kind, kind.name()), true, null);
        }
    }
}
