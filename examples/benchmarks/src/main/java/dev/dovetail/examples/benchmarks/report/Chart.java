package dev.dovetail.examples.benchmarks.report;

import dev.dovetail.examples.benchmarks.contender.Entry;
import dev.dovetail.examples.benchmarks.request.Case;
import dev.dovetail.examples.benchmarks.request.Cases;
import dev.dovetail.examples.benchmarks.request.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Draws results: a panel for each latency, a group of bars for each shape of request. A bar's length is the time, where
 * what {@code by hand} takes has the same length in all groups; bars of more than twice that are cut off.
 */
public final class Chart {

    private static final double MARGIN = 16;
    private static final double TOP = 76;
    private static final double CASES = 222;
    private static final double BY_HAND = 130;
    private static final double LONGEST = 2 * BY_HAND;
    private static final double PANEL = LONGEST + 110;
    private static final double BAR = 11;
    private static final double STEP = 14;
    private static final double BETWEEN = 16;

    private final Svg svg = new Svg();
    private final Results results;
    private final List<String> contenders;
    private final List<Case> cases;

    private Chart(Results results) {
        this.results = results;
        this.contenders = results.contenders().stream()
                .filter(each -> !Entry.YARDSTICKS.contains(each) && !Entry.OF_SOME_REQUESTS.contains(each))
                .toList();
        this.cases = Stream.of(Shape.values())
                .flatMap(each -> typical(each).stream())
                .toList();
    }

    /** The results as an image in SVG. */
    public static String of(Results results) {
        return new Chart(results).draw();
    }

    /** Of the cases of a shape that were measured, the one with about a thousand rows. */
    private Optional<Case> typical(Shape shape) {
        return Cases.every().stream()
                .filter(each -> each.shape() == shape && results.requests().contains(each.name()))
                .min(Comparator.comparingInt(each -> Math.abs(each.rows() - 1_000)));
    }

    private String draw() {
        double x = MARGIN + CASES;
        legend();
        groupTitles();
        for (int latency : results.latencies()) {
            panel(latency, x);
            x += PANEL;
        }
        return svg.image(x + MARGIN, bottom() + MARGIN);
    }

    private void legend() {
        double x = MARGIN;
        for (String contender : contenders) {
            svg.bar(x, MARGIN, BAR, BAR, colour(contender));
            svg.text(x + BAR + 5, MARGIN + BAR - 1, "", contender);
            x += BAR + 30 + 7 * contender.length();
        }
        svg.text(x, MARGIN + BAR - 1, "value", "time of a request; in each group, “by hand” is 1");
    }

    private void groupTitles() {
        for (int i = 0; i < cases.size(); i++) {
            svg.text(
                    MARGIN + CASES - 12,
                    top(i) + groupHeight() / 2 + 3,
                    "case end",
                    cases.get(i).title());
        }
    }

    private void panel(int latency, double x) {
        svg.text(x, TOP - 24, "title", latency == 0 ? "database on this machine" : "database " + latency + " ms away");
        svg.line(x + BY_HAND, TOP - 8, bottom());
        for (int i = 0; i < cases.size(); i++) {
            for (int j = 0; j < contenders.size(); j++) {
                bar(cases.get(i), latency, contenders.get(j), x, top(i) + j * STEP);
            }
        }
    }

    private void bar(Case request, int latency, String contender, double x, double y) {
        Optional<Measurement> measured = results.of(request.name(), latency, contender);
        Optional<Measurement> base = results.of(request.name(), latency, Entry.BY_HAND);
        if (measured.isEmpty() || base.isEmpty()) {
            svg.text(x + 3, y + BAR - 2, "value", "not measured");
            return;
        }
        double ratio = measured.get().microseconds() / base.get().microseconds();
        double length = Math.min(LONGEST, ratio * BY_HAND);
        svg.bar(x, y, length, BAR, colour(contender));
        if (ratio * BY_HAND > LONGEST) {
            svg.bar(x + LONGEST - 14, y - 1, 3, BAR + 2, "#ffffff");
        }
        svg.text(x + length + 4, y + BAR - 2, "value", label(measured.get(), ratio));
    }

    private static String label(Measurement measured, double ratio) {
        return Numbers.shortened(ratio) + "× · " + Numbers.shortened(measured.microseconds() / 1_000) + " ms";
    }

    private String colour(String contender) {
        return switch (contender) {
            case Entry.LIMIT -> "#b3b9c2";
            case Entry.BY_HAND -> "#4f81bd";
            case Entry.ONE_BY_ONE -> "#d9a5a5";
            case Entry.SPRING -> "#7fb77e";
            case Entry.DOVETAIL -> "#e07b00";
            default -> "#f2b56b";
        };
    }

    private double groupHeight() {
        return contenders.size() * STEP;
    }

    private double top(int group) {
        return TOP + group * (groupHeight() + BETWEEN);
    }

    private double bottom() {
        return top(cases.size()) - BETWEEN;
    }
}
