package dev.dovetail.examples.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {

    private final List<Measurement> measurements = new ArrayList<>();

    private ReportTest took(String request, int latency, String contender, double microseconds) {
        measurements.add(new Measurement(request, latency, contender, microseconds, 10 * microseconds));
        return this;
    }

    private Results results() {
        return new Results(measurements);
    }

    @Test
    void times_cell_hasMedianAndBothRatios() {
        took("children-1000", 0, "limit", 10_000)
                .took("children-1000", 0, "by hand", 40_000)
                .took("children-1000", 0, "dovetail", 20_000);

        assertThat(new RatioTable(results()).times(0))
                .contains("| limit | by hand | dovetail |")
                .contains("| children-1000 | 10.0 · 0.25 · 1.00 | 40.0 · 1.00 · 4.00 | 20.0 · 0.50 · 2.00 |");
    }

    @Test
    void times_whoDidNotTakePart_hasNoNumbers() {
        took("object-1", 0, "by hand", 100).took("object-1", 0, "n+1", 100).took("object-10000", 0, "by hand", 5_000);

        assertThat(new RatioTable(results()).times(0)).contains("| object-10000 | 5.00 · 1.00 · – | – |");
    }

    @Test
    void times_yardsticks_areNotShown() {
        took("object-1", 0, "by hand", 100).took("object-1", 0, "action alone", 20);

        assertThat(new RatioTable(results()).times(0)).doesNotContain("action alone");
    }

    @Test
    void goals_ratio_isHeldAgainstItsBound() {
        took("children-1000", 0, "by hand", 40_000).took("children-1000", 0, "dovetail", 20_000);

        assertThat(new Goals(results()).table())
                .contains("| children-1000: dovetail / by hand | ≤ 0.60 | 0.50 | yes |")
                .contains("| children-1000: dovetail + strategy / limit | ≤ 1.50 | – | not measured |");
    }

    @Test
    void goals_singleRow_isWhatIsAddedToTheAction() {
        took("object-1", 0, "dovetail", 400)
                .took("object-1", 0, "action alone", 100)
                .took("object-1", 0, "primary-key select", 100);

        assertThat(new Goals(results()).table()).contains("50 µs | ≤ 170 | 300 | no |");
    }

    @Test
    void goals_growth_isTheSteepestStep() {
        took("children-10", 0, "dovetail", 1_000)
                .took("children-100", 0, "dovetail", 5_000)
                .took("children-1000", 0, "dovetail", 60_000)
                .took("children-10000", 0, "dovetail", 600_000);

        assertThat(new Goals(results()).table()).contains("steepest step | ≤ 1.15 | 1.20 | no |");
    }

    @Test
    void results_writtenAndRead_areTheSame(@TempDir Path directory) {
        took("wide-1", 1, "limit", 12.5);

        results().write(directory.resolve("new/results.json"));

        assertThat(Results.read(directory.resolve("new/results.json"))).isEqualTo(results());
    }

    @Test
    void chart_hasABarForEachMeasurement() {
        took("children-1000", 0, "limit", 10_000)
                .took("children-1000", 0, "by hand", 40_000)
                .took("children-1000", 0, "n+1", 400_000)
                .took("children-1000", 1, "by hand", 41_000);

        assertThat(Chart.of(results()))
                .startsWith("<svg")
                .contains("1,000 → 10 children", "0.25× · 10.0 ms", "10.0× · 400 ms", "1.00× · 41.0 ms", "not measured")
                .endsWith("</svg>\n");
    }
}
