package dev.dovetail.examples.benchmarks.report;

import java.util.Locale;

/** Writes an image, element by element. Not thread-safe. */
final class Svg {

    private final StringBuilder elements = new StringBuilder();

    /** A bar, filled. */
    void bar(double x, double y, double width, double height, String colour) {
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1.5\" fill=\"%s\"/>",
                x, y, width, height, colour);
    }

    /** A vertical line. */
    void line(double x, double top, double bottom) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#c8ccd2\"/>", x, top, x, bottom);
    }

    /** Text whose classes say how it looks. */
    void text(double x, double y, String classes, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\" class=\"%s\">%s</text>", x, y, classes, escaped(text));
    }

    /** The whole image. */
    String image(double width, double height) {
        String head = """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$.0f %2$.0f" width="%1$.0f" height="%2$.0f">
                <style>
                text { font: 12px system-ui, "Segoe UI", "DejaVu Sans", Arial, sans-serif; fill: #24292f }
                .title { font-size: 14px; font-weight: 600 }
                .case { font-weight: 600 }
                .value { font-size: 10.5px; fill: #57606a }
                .end { text-anchor: end }
                .middle { text-anchor: middle }
                </style>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                """;
        return String.format(Locale.ROOT, head, width, height) + elements + "</svg>\n";
    }

    private void add(String element, Object... values) {
        elements.append(String.format(Locale.ROOT, element, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
