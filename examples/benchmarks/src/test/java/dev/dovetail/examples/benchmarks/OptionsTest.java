package dev.dovetail.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.examples.benchmarks.harness.Plan;
import dev.dovetail.examples.benchmarks.request.Case;
import dev.dovetail.examples.benchmarks.request.Cases;
import org.junit.jupiter.api.Test;

final class OptionsTest {

    @Test
    void parse_nothing_measuresEverything() {
        Options options = Options.parse();

        assertThat(options.cases()).isEqualTo(Cases.every());
        assertThat(options.contenders()).contains("limit", "by hand", "dovetail");
        assertThat(options.latencies()).containsExactly(0, 1);
        assertThat(options.plan()).isEqualTo(Plan.FULL);
    }

    @Test
    void parse_allOptions_areTaken() {
        Options options =
                Options.parse("--quick", "--cases=children-1,wide", "--contenders=limit,by_hand", "--latency=5");

        assertThat(options.cases()).extracting(Case::name).containsExactly("children-1", "wide-1");
        assertThat(options.contenders()).containsExactly("limit", "by hand");
        assertThat(options.latencies()).containsExactly(5);
        assertThat(options.plan()).isEqualTo(Plan.QUICK);
    }

    @Test
    void parse_shape_hasAllItsCases() {
        assertThat(Options.parse("--cases=levels").cases())
                .extracting(Case::name)
                .containsExactly("levels-1", "levels-100", "levels-1000");
    }

    @Test
    void parse_unknown_saysWhatThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--fast"))
                .withMessageContaining("--quick");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--cases=orders"))
                .withMessageContaining("children-1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--contenders=mongo"))
                .withMessageContaining("by hand");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--latency=fast"))
                .withMessageContaining("milliseconds");
    }
}
