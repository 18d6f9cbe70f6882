package dev.dovetail.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamingTest {

    @ParameterizedTest
    @CsvSource({
        "id, id",
        "created_at, createdAt",
        "auth0_id, auth0Id",
        "a_b_c, aBC",
        "line_2, line2",
        "double__score, doubleScore",
        "trailing_, trailing",
        "_id, _id",
        "createdAt, createdAt",
        "URL, URL"
    })
    void camelCase_ofColumn_isTheFieldsName(String column, String field) {
        assertThat(Naming.CAMEL_CASE.fieldName(column)).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"created_at", "createdAt", "_id"})
    void columnName_isKept(String column) {
        assertThat(Naming.COLUMN_NAME.fieldName(column)).isEqualTo(column);
    }
}
