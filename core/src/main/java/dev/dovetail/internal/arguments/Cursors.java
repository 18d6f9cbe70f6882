package dev.dovetail.internal.arguments;

import dev.dovetail.table.Position;
import dev.dovetail.table.RowOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes positions in one order as cursors, and reads them again. A cursor is opaque to clients, but no secret: it holds
 * the row's values of the order, as text, and what tells the order from others.
 *
 * <p>Cursors are equal, and interchangeable, between processes and versions of a service as long as the order is.
 */
public final class Cursors {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final List<RowOrder> order;
    private final String fingerprint;

    Cursors(List<RowOrder> order) {
        this.order = List.copyOf(order);
        this.fingerprint = Integer.toHexString(description(order).hashCode());
    }

    /** The cursor of a row with these values of the order. */
    public String write(List<@Nullable Object> values) {
        List<@Nullable Object> written = new ArrayList<>();
        written.add(fingerprint);
        values.forEach(value -> written.add(CursorValues.write(value)));
        byte[] json = MAPPER.writeValueAsBytes(written);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** The position that a cursor of this order tells. */
    Position read(String cursor, String place) {
        List<?> written = written(cursor, place);
        if (written.size() != order.size() + 1 || !fingerprint.equals(written.get(0))) {
            throw Arguments.invalid(place, "is a cursor of other rows, or of another order");
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            values.add(value(order.get(i), written.get(i + 1), place));
        }
        return new Position(values);
    }

    private static List<?> written(String cursor, String place) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.UTF_8));
            return Objects.requireNonNullElse(MAPPER.readValue(json, List.class), List.of());
        } catch (IllegalArgumentException | JacksonException e) {
            throw Arguments.invalid(place, "is no cursor");
        }
    }

    private static @Nullable Object value(RowOrder by, @Nullable Object written, String place) {
        try {
            return CursorValues.read(written, by.term().type());
        } catch (IllegalArgumentException e) {
            throw Arguments.invalid(place, "is no cursor");
        }
    }

    /** The names of tables and columns, which are the same in every process. */
    private static String description(List<RowOrder> order) {
        StringBuilder text = new StringBuilder();
        order.forEach(by -> text.append(Terms.describe(by.term()))
                .append(by.descending() ? " desc " : " asc ")
                .append(by.nulls())
                .append(';'));
        return text.toString();
    }
}
