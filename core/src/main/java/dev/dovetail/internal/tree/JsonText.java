package dev.dovetail.internal.tree;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values as JSON that was, or will be, written here: without a bound, and with every digit of a number. */
public final class JsonText {

    /** Jackson's bounds are for input that nobody has checked. */
    private static final StreamReadConstraints UNBOUNDED = StreamReadConstraints.builder()
            .maxNestingDepth(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .build();

    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(UNBOUNDED).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonText() {}

    /**
     * The text of a value: maps, lists, scalars, records, beans and trees of Jackson's.
     *
     * @throws IllegalArgumentException if JSON cannot have it
     */
    public static String write(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(JsonTrees.plain(value));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The value cannot be written as JSON", e);
        }
    }

    /** The maps, lists and scalars of a text. */
    public static @Nullable Object read(@Nullable String text) {
        return text == null ? null : JSON.readValue(text, Object.class);
    }

    /**
     * A value as an object of a class of the host's.
     *
     * @param what what the value is, for the message
     * @throws IllegalArgumentException if it does not fit
     */
    public static <T> T convert(Object value, Class<T> type, String what) {
        try {
            return JSON.convertValue(value, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(what + " do not fit " + type, e);
        }
    }
}
