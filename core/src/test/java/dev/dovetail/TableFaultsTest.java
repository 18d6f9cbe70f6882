package dev.dovetail;

import static dev.dovetail.FakeTables.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Naming;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Each fault that the declaration of a table can have, alone. */
final class TableFaultsTest {

    private static final String SDL = "type Query { version: String }";

    @Test
    void table_unknown_isNamedWithTheNearestOne() {
        assertThat(faults(TableDefinition.of("public", "user").type("User").columns("id")))
                .containsExactly("table public.user: the table does not exist; did you mean 'public.users'?");
        assertThat(faults(
                        TableDefinition.of("public", "invoices").type("Invoice").columns("id")))
                .containsExactly(
                        "table public.invoices: the table does not exist; there is public.orders, public.users");
    }

    @Test
    void table_unknown_isTheOnlyFaultOfWhatBuildsOnIt() {
        DovetailBuilder dovetail = Faults.shop()
                .table(TableDefinition.of("public", "user")
                        .type("User")
                        .columns("id")
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id")
                        .build())
                .relationship(ArrayRelationship.named("orders")
                        .on("User")
                        .references("public", "orders")
                        .from("id")
                        .to("user_id")
                        .build())
                .relationship(ArrayRelationship.named("users")
                        .on("Order")
                        .references("public", "user")
                        .from("user_id")
                        .to("id")
                        .build());

        assertThat(Faults.of(dovetail, SDL))
                .containsExactly("table public.user: the table does not exist; did you mean 'public.users'?");
    }

    @Test
    void source_unknown_isNamedWithTheNearestOne() {
        assertThat(faults(TableDefinition.of("public", "users")
                        .source("defaul")
                        .type("User")
                        .columns("id")))
                .containsExactly("table defaul:public.users: there is no source 'defaul'; did you mean 'default'?");
    }

    @Test
    void source_notGiven_isAFault() {
        assertThat(Faults.of(
                        Dovetail.builder()
                                .table(TableDefinition.of("public", "users")
                                        .type("User")
                                        .columns("id")
                                        .build()),
                        SDL))
                .containsExactly("table public.users: there is no source 'default'; say .tables(source)");
    }

    @Test
    void source_thatCannotBeRead_isAFaultAndNotAnException() {
        TableSource broken = new TableSource() {
            @Override
            public Table describe(TableName name) {
                throw new IllegalStateException("connection refused");
            }

            @Override
            public CompletionStage<TableRows> load(TableRequest request) {
                throw new UnsupportedOperationException();
            }
        };

        assertThat(Faults.of(
                        Dovetail.builder()
                                .tables(broken)
                                .table(TableDefinition.of("public", "users")
                                        .type("User")
                                        .columns("id")
                                        .build()),
                        SDL))
                .containsExactly("table public.users: the table could not be described: "
                        + "java.lang.IllegalStateException: connection refused");
    }

    @Test
    void table_declaredTwice_isAFault() {
        assertThat(faults(
                        TableDefinition.of("public", "users").type("User").columns("id"),
                        TableDefinition.of("public", "users").type("Person").columns("id")))
                .containsExactly("table public.users: the table is declared twice");
    }

    @Test
    void type_ofTwoTables_isAFault() {
        assertThat(faults(
                        TableDefinition.of("public", "users").type("User").columns("id"),
                        TableDefinition.of("public", "orders").type("User").columns("id")))
                .containsExactly("table public.orders: another table has the type User already");
    }

    @Test
    void type_missingOrMisspelt_isAFault() {
        assertThat(faults(TableDefinition.of("public", "users").columns("id")))
                .containsExactly("table public.users: '' is no name for a type; give one with .type(name)");
        assertThat(faults(TableDefinition.of("public", "users").type("The User").columns("id")))
                .containsExactly("table public.users: 'The User' is no name for a type; give one with .type(name)");
    }

    @Test
    void type_thatIsNoObjectType_isAFault() {
        assertThat(Faults.of(
                        shop(TableDefinition.of("public", "users").type("User").columns("id")),
                        SDL + " interface User { id: ID }"))
                .containsExactly("table public.users: type User is no object type but of kind interface");
    }

    @Test
    void type_withoutColumns_isAFault() {
        assertThat(faults(TableDefinition.of("public", "users").type("User")))
                .containsExactly("table public.users: type User is not in the schema, and no column is named for it; "
                        + "say .columns(...) or .allColumns()");
    }

    @Test
    void type_ofMisspeltColumnsAlone_isNotSaidToHaveNone() {
        assertThat(faults(TableDefinition.of("public", "users").type("User").columns("nmae")))
                .containsExactly("table public.users: the table has no column 'nmae'; did you mean 'name'?");
    }

    @Test
    void column_unknown_isNamedWithTheNearestOneWhereverItStands() {
        assertThat(faults(TableDefinition.of("public", "users").type("User").columns("id", "nmae")))
                .containsExactly("table public.users: the table has no column 'nmae'; did you mean 'name'?");
        assertThat(faults(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("id")
                        .field("title")
                        .column("position")))
                .containsExactly("table public.users: the table has no column 'position'; there is auth0_id, id, name");
        assertThat(Faults.of(
                        shop(TableDefinition.of("public", "users")
                                .type("User")
                                .columns("id")
                                .field("profile")
                                .requires("auth_id")),
                        SDL + " extend type User { profile: String }"))
                .containsExactly("table public.users: the table has no column 'auth_id'; did you mean 'auth0_id'?");
    }

    @Test
    void field_unknown_isNamedWithTheNearestOne() {
        assertThat(Faults.of(
                        shop(TableDefinition.of("public", "users")
                                .type("User")
                                .columns("id")
                                .field("profil")
                                .requires("auth0_id")),
                        SDL + " extend type User { profile: String }"))
                .containsExactly("table public.users: type User has no field 'profil'; did you mean 'profile'?");
    }

    @Test
    void field_ofAnExtensionNamedAsAColumn_isAClash() {
        assertThat(Faults.of(
                        shop(TableDefinition.of("public", "users").type("User").columns("id", "name")),
                        SDL + " extend type User { name: String }"))
                .containsExactly(
                        "table public.users: field 'name' is both a column and a field of the schema's extension");
    }

    @Test
    void columns_ofOneFieldName_areAClash() {
        DovetailBuilder dovetail = Dovetail.builder()
                .naming(Naming.CAMEL_CASE)
                .tables(FakeTables.none()
                        .add(Table.view(
                                TableName.of("public", "users"),
                                List.of(
                                        column("first_name", ColumnKind.TEXT, true),
                                        column("firstName", ColumnKind.TEXT, true)),
                                null)))
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .allColumns()
                        .build());

        assertThat(Faults.of(dovetail, SDL))
                .containsExactly("table public.users: columns 'first_name' and 'firstName' would both be the field "
                        + "'firstName'; name one of them with .field(name).column(column)");
    }

    @Test
    void column_withoutAValidFieldName_isAFault() {
        DovetailBuilder dovetail = Dovetail.builder()
                .tables(FakeTables.none()
                        .add(Table.view(
                                TableName.of("public", "users"),
                                List.of(
                                        column("id", ColumnKind.INTEGER, false),
                                        column("first name", ColumnKind.TEXT, true)),
                                null)))
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .allColumns()
                        .build());

        assertThat(Faults.of(dovetail, SDL))
                .containsExactly("table public.users: column 'first name' gives no valid field name; "
                        + "name it with .field(name).column(\"first name\")");
    }

    private static List<String> faults(TableDefinition.Builder... tables) {
        return Faults.of(shop(tables), SDL);
    }

    private static DovetailBuilder shop(TableDefinition.Builder... tables) {
        DovetailBuilder builder = Faults.shop();
        for (TableDefinition.Builder table : tables) {
            builder.table(table.build());
        }
        return builder;
    }
}
