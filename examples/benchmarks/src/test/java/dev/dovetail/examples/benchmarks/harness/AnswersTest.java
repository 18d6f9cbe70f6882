package dev.dovetail.examples.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.examples.benchmarks.contender.Contender;
import dev.dovetail.examples.benchmarks.request.Case;
import dev.dovetail.examples.benchmarks.request.Shape;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AnswersTest {

    private final Map<String, Contender> contenders = new LinkedHashMap<>();

    private AnswersTest contender(String name, String answer) {
        contenders.put(name, request -> answer.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private void check() {
        Answers.check(new Case(Shape.CHILDREN, 10), contenders);
    }

    @Test
    void check_sameBytes_passes() {
        contender("limit", "{}").contender("dovetail", "{}").contender("action alone", "[]");

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void check_otherBytes_saysWhose() {
        contender("limit", "{}").contender("dovetail", "{\"errors\":[]}");

        assertThatIllegalStateException()
                .isThrownBy(this::check)
                .withMessage("dovetail answers children-10 in another way");
    }
}
