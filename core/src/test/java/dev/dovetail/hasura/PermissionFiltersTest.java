package dev.dovetail.hasura;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.access.AccessRule;
import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.Operator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Select permissions become access rules, as a whole or not at all. */
final class PermissionFiltersTest {

    private static final SessionVariable USER = SessionVariable.of("x-hasura-user-id");
    private static final String ID = "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11";

    static Stream<Arguments> filters() {
        RowFilter own = RowFilter.column("id").eq(USER);
        RowFilter hodor = RowFilter.column("name").eq("Hodor");
        return Stream.of(
                Arguments.of("{'id': {'_eq': 'X-HASURA-User-Id'}}", own),
                Arguments.of("{'id': {'$eq': 'x-hasura-user-id'}}", own),
                Arguments.of("{'id': 'X-Hasura-User-Id'}", own),
                Arguments.of(
                        "{'_and': [{'id': {'_eq': 'X-Hasura-User-Id'}}, {'name': 'Hodor'}]}",
                        RowFilter.all(own, hodor)),
                Arguments.of("{'$or': [{'name': {'_eq': 'Hodor'}}]}", RowFilter.any(hodor)),
                Arguments.of("{'_or': []}", RowFilter.any()),
                Arguments.of("{'_not': {'name': 'Hodor'}}", RowFilter.not(hodor)),
                Arguments.of("{'_not': {}}", RowFilter.not(RowFilter.all())),
                Arguments.of("{'id': {'_eq': 'X-Hasura-User-Id'}, 'name': 'Hodor'}", RowFilter.all(own, hodor)),
                Arguments.of("{'name': {}}", RowFilter.all()),
                Arguments.of(
                        "{'name': {'_gt': 'a', '_lte': 'b'}}",
                        RowFilter.all(
                                RowFilter.column("name").gt("a"),
                                RowFilter.column("name").lte("b"))),
                Arguments.of(
                        "{'name': {'_in': ['a', 'X-Hasura-Name']}}",
                        RowFilter.any(
                                RowFilter.column("name").eq("a"),
                                RowFilter.column("name").eq(SessionVariable.of("x-hasura-name")))),
                Arguments.of(
                        "{'name': {'_nin': ['a', 'X-Hasura-Name']}}",
                        RowFilter.all(
                                RowFilter.column("name").neq("a"),
                                RowFilter.column("name").neq(SessionVariable.of("x-hasura-name")))),
                Arguments.of(
                        "{'id': {'_in': ['" + ID + "']}}",
                        RowFilter.column("id").in(List.of(ID))),
                Arguments.of(
                        "{'id': {'_in': 'X-Hasura-Ids'}}",
                        RowFilter.column("id").in(SessionVariable.of("x-hasura-ids"))),
                Arguments.of(
                        "{'name': {'_is_null': true}}", RowFilter.column("name").isNull()),
                Arguments.of(
                        "{'name': {'_nilike': 'a%'}}", RowFilter.column("name").compare(Operator.NILIKE, "a%")),
                Arguments.of(
                        "{'orders': {'id': {'_eq': 7}}}",
                        RowFilter.related("orders", RowFilter.column("id").eq(7))),
                Arguments.of(
                        "{'orders': {'details': {'_contains': {'a': [1]}}}}",
                        RowFilter.related(
                                "orders",
                                RowFilter.column("details").compare(Operator.CONTAINS, Map.of("a", List.of(1))))),
                Arguments.of(
                        "{'orders': {'owner': {'id': 'X-Hasura-User-Id'}}}",
                        RowFilter.related("orders", RowFilter.related("owner", own))));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void filter_isTakenOver(String filter, RowFilter expected) {
        HasuraMetadata metadata = Metadata.read(Metadata.filtered(filter.replace('\'', '"')));

        assertThat(metadata.report()).isEmpty();
        assertThat(rule(metadata).filters()).containsExactly(expected);
        assertThat(rule(metadata).isAllRows()).isFalse();
    }

    @Test
    void emptyFilter_isEveryRow() {
        AccessRule rule = rule(Metadata.read(Metadata.filtered("{}")));

        assertThat(rule.isAllRows()).isTrue();
        assertThat(rule.filters()).isEmpty();
        assertThat(rule.columns()).containsExactly("id", "name");
        assertThat(rule.limit()).isEqualTo(3);
        assertThat(rule.allowsAggregates()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "[]",
                "'X-Hasura-User-Id'",
                "{'id': null}",
                "{'id': {'_eq': null}}",
                "{'id': {'_ceq': 'name'}}",
                "{'id': {'_cast': {'String': {'_eq': 'a'}}}}",
                "{'id': {'eq': 'a'}}",
                "{'_and': {}}",
                "{'_and': [null]}",
                "{'_and': [{'id': {'_ceq': 'name'}}]}",
                "{'_not': []}",
                "{'_exists': {'_table': 'orders', '_where': {}}}",
                "{'gone': {'_eq': 1}}",
                "{'orders': {'gone': 1}}",
                "{'orders': null}",
                "{'orders': {'id': {'_eq': 'abc'}}}",
                "{'orders': {'details': {'_contains': {'a': 'X-Hasura-User-Id'}}}}",
                "{'name': {'_is_null': 'yes'}}",
                "{'name': {'_in': 'a'}}",
                "{'name': {'_like': 7}}"
            })
    void filter_thatCannotBeExpressed_givesNoRule(String filter) {
        HasuraMetadata metadata = Metadata.read(Metadata.filtered(filter.replace('\'', '"')));

        assertThat(roles(metadata)).containsExactly("admin");
        assertThat(Metadata.report(metadata))
                .singleElement()
                .asString()
                .startsWith(
                        "JSON: tables[0].select_permissions[user]: role 'user' may not read the table, since its permission cannot be "
                                + "expressed (JSON: tables[0].select_permissions[user]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'columns': ['id', 'name'], 'filter': {}, 'limit': -1",
                "'columns': ['id', 'name'], 'filter': {}, 'limit': 'x'",
                "'columns': ['id', 'name'], 'filter': {}, 'allow_aggregations': 1",
                "'columns': ['id', 'name'], 'filter': {}, 'rows_until': 'now'",
                "'columns': ['id', 'name']",
                "'columns': [7], 'filter': {}",
                "'columns': 'id', 'filter': {}",
                "'filter': {}"
            })
    void permission_thatIsNotUnderstood_givesNoRule(String permission) {
        HasuraMetadata metadata = Metadata.read(Metadata.EXPORT_V2.replaceFirst(
                "\"columns\": \\[\"id\", \"name\"\\], .*?\"limit\": 3", permission.replace('\'', '"')));

        assertThat(roles(metadata)).containsExactly("admin");
        assertThat(Metadata.report(metadata))
                .anyMatch(omission -> omission.contains("role 'user' may not read the table"));
    }

    @Test
    void whatConcernsRootFields_takesNoRuleAway() {
        HasuraMetadata metadata = Metadata.read(Metadata.EXPORT_V2.replace(
                "\"limit\": 3", "\"limit\": 3, \"query_root_fields\": [\"x\"], \"computed_fields\": [\"full\"]"));

        assertThat(roles(metadata)).containsExactly("admin", "user");
        assertThat(metadata.report()).hasSize(2);
    }

    private static List<String> roles(HasuraMetadata metadata) {
        return users(metadata).access().stream().map(AccessRule::role).toList();
    }

    private static AccessRule rule(HasuraMetadata metadata) {
        return users(metadata).access().get(1);
    }

    private static TableDefinition users(HasuraMetadata metadata) {
        return metadata.tables().stream()
                .filter(table -> table.typeName().equals("Person"))
                .findFirst()
                .orElseThrow();
    }
}
