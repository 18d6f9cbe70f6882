package dev.dovetail.examples.benchmarks.report;

import java.util.Locale;

/** Writes an image, element by element. Not thread-safe. */
final class Svg {

    private final StringBuilder elements = new StringBuilder();

    /** A bar, filled. */
    void bar(double x, double y, double width, double height, String colour) {
        elements.append("<rect rx=\"1.5\"");
        attribute("x", number(x));
        attribute("y", number(y));
        attribute("width", number(width));
        attribute("height", number(height));
        attribute("fill", colour);
        elements.append("/>\n");
    }

    /** A vertical line. */
    void line(double x, double top, double bottom) {
        elements.append("<line stroke=\"#c8ccd2\"");
        attribute("x1", number(x));
        attribute("y1", number(top));
        attribute("x2", number(x));
        attribute("y2", number(bottom));
        elements.append("/>\n");
    }

    /** Text whose classes say how it looks. */
    void text(double x, double y, String classes, String text) {
        elements.append("<text");
        attribute("x", number(x));
        attribute("y", number(y));
        attribute("class", classes);
        elements.append(">").append(escaped(text)).append("</text>\n");
    }

    private void attribute(String name, String value) {
        elements.append(' ').append(name).append("=\"").append(value).append('"');
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

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
