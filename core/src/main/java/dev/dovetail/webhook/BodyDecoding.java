package dev.dovetail.webhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Undoes what a body's headers say was done to it; the JDK's client does not. */
final class BodyDecoding {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s;\"]+)");

    private BodyDecoding() {}

    /**
     * The body without compression, its text in UTF-8.
     *
     * @param most how many bytes it may have; a small body may be a large one compressed
     * @throws IOException if it is too large, or not what the headers say
     */
    static byte[] decode(HttpHeaders headers, byte[] body, long most) throws IOException {
        byte[] plain = decompressed(headers.firstValue("Content-Encoding").orElse(""), body, most);
        return inUtf8(headers.firstValue("Content-Type").orElse(""), plain);
    }

    private static byte[] decompressed(String encoding, byte[] body, long most) throws IOException {
        return switch (encoding.trim().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> read(new GZIPInputStream(new ByteArrayInputStream(body)), most);
            case "deflate" -> read(new InflaterInputStream(new ByteArrayInputStream(body)), most);
            default -> throw new IOException("its answer has the encoding " + encoding + ", which was not asked for");
        };
    }

    private static byte[] read(InputStream stream, long most) throws IOException {
        try (stream) {
            byte[] bytes = stream.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE));
            if (bytes.length > most) {
                throw new TooLargeException(most);
            }
            return bytes;
        }
    }

    /** Bytes that are no UTF-8, although nothing else is said, are left to the reader of the JSON to refuse. */
    private static byte[] inUtf8(String contentType, byte[] body) throws IOException {
        Matcher matcher = CHARSET.matcher(contentType);
        if (!matcher.find()) {
            return body;
        }
        try {
            Charset charset = Charset.forName(matcher.group(1));
            return charset.equals(StandardCharsets.UTF_8)
                    ? body
                    : new String(body, charset).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IOException("its answer has an unknown charset", e);
        }
    }
}
