package dev.dovetail.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.examples.benchmarks.contender.Contender;
import dev.dovetail.examples.benchmarks.contender.Entry;
import dev.dovetail.examples.benchmarks.data.Pool;
import dev.dovetail.examples.benchmarks.data.SampleData;
import dev.dovetail.examples.benchmarks.data.Sizes;
import dev.dovetail.examples.benchmarks.harness.Contenders;
import dev.dovetail.examples.benchmarks.request.Case;
import dev.dovetail.examples.benchmarks.request.Shape;
import dev.dovetail.examples.postgres.LocalPostgres;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SameAnswersTest {

    private static LocalPostgres postgres;
    private static HikariDataSource pool;
    private static List<Contender> contenders;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.start();
        pool = Pool.to(
                URI.create(postgres.jdbcUrl().substring("jdbc:".length())).getPort());
        SampleData.load(pool, Sizes.SMALL);
        contenders =
                Contenders.ALL.stream().map(each -> each.create().apply(pool)).toList();
    }

    @AfterAll
    static void stop() {
        pool.close();
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource
    void contenders_oneRow_answerWithTheSameBytes(Shape shape) {
        assertSameAnswers(new Case(shape, 1));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WIDE")
    void contenders_someRows_answerWithTheSameBytes(Shape shape) {
        assertSameAnswers(new Case(shape, 7));
    }

    private static void assertSameAnswers(Case request) {
        List<String> names = Contenders.ALL.stream().map(Entry::name).toList();
        List<String> answers = contenders.stream()
                .map(each -> new String(each.answer(request), StandardCharsets.UTF_8))
                .toList();
        assertThat(answers.get(0)).startsWith("{\"data\":{").doesNotContain("null", "[]");
        for (int i = 1; i < answers.size(); i++) {
            assertThat(answers.get(i)).as(names.get(i)).isEqualTo(answers.get(0));
        }
    }
}
