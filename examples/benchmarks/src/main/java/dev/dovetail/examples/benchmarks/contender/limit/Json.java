package dev.dovetail.examples.benchmarks.contender.limit;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/** Writes JSON into a growing array of bytes: nothing is checked, and commas are the caller's. Not thread-safe. */
final class Json {

    private byte[] bytes = new byte[1 << 16];
    private int size;

    /** Begins anew. */
    Json clear() {
        size = 0;
        return this;
    }

    /** Text that is JSON already, of ASCII characters. */
    Json raw(String json) {
        reserve(json.length());
        for (int i = 0; i < json.length(); i++) {
            bytes[size++] = (byte) json.charAt(i);
        }
        return this;
    }

    Json number(long value) {
        if (value < 0 || value > Integer.MAX_VALUE) {
            return raw(Long.toString(value));
        }
        reserve(10);
        int digits = digits((int) value);
        int rest = (int) value;
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
        return this;
    }

    /** Text that needs no escapes, or is escaped. */
    Json text(String value) {
        reserve(3 * value.length() + 2);
        bytes[size++] = '"';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c > 0x7e || c == '"' || c == '\\') {
                return escaped(value, i);
            }
            bytes[size++] = (byte) c;
        }
        bytes[size++] = '"';
        return this;
    }

    private Json escaped(String value, int from) {
        StringBuilder rest = new StringBuilder();
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20) {
                rest.append(String.format("\\u%04x", (int) c));
            } else {
                rest.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        byte[] encoded = rest.append('"').toString().getBytes(StandardCharsets.UTF_8);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
        return this;
    }

    /** A point in time as the scalar DateTime shows it: to the millisecond, in UTC. */
    Json time(OffsetDateTime value) {
        OffsetDateTime time = value.withOffsetSameInstant(ZoneOffset.UTC);
        reserve(26);
        bytes[size++] = '"';
        padded(time.getYear(), 1_000, '-');
        padded(time.getMonthValue(), 10, '-');
        padded(time.getDayOfMonth(), 10, 'T');
        padded(time.getHour(), 10, ':');
        padded(time.getMinute(), 10, ':');
        padded(time.getSecond(), 10, '.');
        padded(time.getNano() / 1_000_000, 100, 'Z');
        bytes[size++] = '"';
        return this;
    }

    private void padded(int value, int unit, char end) {
        for (int digit = unit; digit > 0; digit /= 10) {
            bytes[size++] = (byte) ('0' + value / digit % 10);
        }
        bytes[size++] = (byte) end;
    }

    /** The comma of a list, before each element but the first. */
    Json comma(boolean first) {
        return first ? this : raw(",");
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private static int digits(int value) {
        int digits = 1;
        for (int rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
