package dev.dovetail.examples.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of the README are those of the code. */
final class LinesTest {

    @ParameterizedTest
    @CsvSource({
        "Spring for GraphQL, byspring/OrdersController, relation/by-hand.graphqls",
        "Netflix DGS, bydgs/OrdersFetcher, relation/by-hand.graphqls",
        "Dovetail, bydovetail/OrdersOfCustomer, "
    })
    void readme_linesOfEach_areThoseOfTheCode(String who, String code, String schema) {
        long java = Code.lines("src/main/java/dev/dovetail/examples/sidebyside/" + code + ".java");
        long sdl = schema == null ? 0 : Code.lines("src/main/resources/" + schema);

        assertThat(Code.text("README.md"))
                .contains("| " + who + " | " + java + " | " + sdl + " | " + (java + sdl) + " |");
    }
}
