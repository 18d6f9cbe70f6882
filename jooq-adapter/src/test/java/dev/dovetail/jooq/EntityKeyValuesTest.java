package dev.dovetail.jooq;

import static dev.dovetail.jooq.Federated.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Federated.Answer;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.NaturalEnumValuesProvider;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys come as answers show them, so that what a type shows of a column is undone. */
final class EntityKeyValuesTest {

    private static final String ID = "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11";

    private static final String SDL = """
            union _Entity = Parcel
            scalar ParcelNo
            enum Size { SMALL LARGE }
            type Parcel
              @key(fields: "no") @key(fields: "token") @key(fields: "size") @key(fields: "at") @key(fields: "big")
              @key(fields: "price") {
              no: ParcelNo!
              size: Size!
            }
            """;

    enum Size {
        SMALL,
        LARGE
    }

    private final TestDatabase database = TestDatabase.with(
            "create type size as enum ('SMALL', 'LARGE')",
            "create table parcels (no int primary key, token uuid, size size, at timestamptz, big bigint,"
                    + " price numeric(9,2))",
            "insert into parcels values (7, '" + ID + "', 'LARGE', '2026-01-02 03:04:05Z', 9007199254740993, 1.50)");
    private final Federated service = Federated.of(
            database,
            Dovetail.builder()
                    .table(TableDefinition.of("public", "parcels")
                            .type("Parcel")
                            .allColumns()
                            .build()),
            SDL,
            wiring -> wiring.scalar(parcelNo())
                    .type("Size", type -> type.enumValues(new NaturalEnumValuesProvider<>(Size.class))),
            entities -> entities);

    @Test
    void values_asAnswersShowThem_findTheRow() {
        Answer answer = service.entities(
                List.of(
                        of("Parcel", "no", "P-7"),
                        of("Parcel", "token", ID.toUpperCase(Locale.ROOT)),
                        of("Parcel", "size", "LARGE"),
                        of("Parcel", "at", "2026-01-02T04:04:05+01:00"),
                        of("Parcel", "big", "9007199254740993"),
                        of("Parcel", "price", new BigDecimal("1.5"))),
                "... on Parcel { no }");

        assertThat(answer.codes()).isEmpty();
        assertThat(answer.entities()).hasSize(6).containsOnly(Map.of("__typename", "Parcel", "no", "P-7"));
    }

    @Test
    void values_thatTheirTypesDoNotShow_areNoKeys() {
        Answer answer = service.entities(
                List.of(
                        of("Parcel", "no", 7),
                        of("Parcel", "token", "none"),
                        of("Parcel", "size", "HUGE"),
                        of("Parcel", "size", 1),
                        of("Parcel", "at", "now"),
                        of("Parcel", "big", true),
                        of("Parcel", "price", Map.of())),
                "... on Parcel { no }");

        assertThat(answer.statements()).isEmpty();
        assertThat(answer.codes()).hasSize(7).allMatch(code -> code.endsWith(" join-key-invalid"));
        assertThat(answer.result().getErrors().toString()).doesNotContain("HUGE", "none");
    }

    /** Shows the number 7 as P-7. */
    private static GraphQLScalarType parcelNo() {
        return GraphQLScalarType.newScalar()
                .name("ParcelNo")
                .coercing(new Coercing<Object, Object>() {
                    @Override
                    public Object serialize(Object number, GraphQLContext context, Locale locale) {
                        return "P-" + number;
                    }

                    @Override
                    public Object parseValue(Object shown, GraphQLContext context, Locale locale) {
                        if (!shown.toString().startsWith("P-")) {
                            throw new CoercingParseValueException("No number of a parcel: " + shown);
                        }
                        return shown.toString().substring(2);
                    }

                    @Override
                    public Object parseLiteral(
                            Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
                        return parseValue(((StringValue) literal).getValue(), context, locale);
                    }
                })
                .build();
    }
}
