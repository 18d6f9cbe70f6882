package dev.dovetail.internal.key;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.tree.JsonTrees;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one property of any object that an action may give: an entry of a map, a component of a record, a bean's
 * getter, a public field, a member of a JSON tree.
 *
 * <p>An absent entry of a map is null; a class that has no such property is a failure, because it is a mistake in the
 * mapping and a null would hide it.
 */
final class PropertyReader {

    /** How the property of one class is read. */
    private interface Accessor {
        @Nullable
        Object read(Object source) throws ReflectiveOperationException;
    }

    private final String property;
    private final ClassValue<Accessor> accessors = new ClassValue<>() {
        @Override
        protected Accessor computeValue(Class<?> type) {
            return accessor(type);
        }
    };

    PropertyReader(String property) {
        this.property = property;
    }

    @Nullable
    Object read(Object source) {
        if (source instanceof Keyed keyed) {
            return keyed.keyValue(property);
        }
        if (source instanceof Map<?, ?> map) {
            return JsonTrees.plain(present(map.get(property)));
        }
        if (JsonTrees.isTree(source)) {
            return JsonTrees.plain(source) instanceof Map<?, ?> map ? map.get(property) : null;
        }
        try {
            return JsonTrees.plain(present(accessors.get(source.getClass()).read(source)));
        } catch (ReflectiveOperationException e) {
            throw unreadable(e);
        }
    }

    /** Graphql-java shows what an optional holds, so that is the key. */
    private static @Nullable Object present(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? optional.getAsLong() : null;
        }
        return value;
    }

    private Accessor accessor(Class<?> type) {
        String suffix = Character.toUpperCase(property.charAt(0)) + property.substring(1);
        return Stream.of("get" + suffix, property, "is" + suffix)
                .map(name -> method(type, name))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseGet(() -> field(type));
    }

    /** A public method or field may belong to a class that is not public, as those of local records and hidden beans do. */
    private static @Nullable Accessor method(Class<?> type, String name) {
        try {
            Method method = type.getMethod(name);
            if (method.getReturnType() == void.class || Modifier.isStatic(method.getModifiers())) {
                return null;
            }
            return method.trySetAccessible() ? method::invoke : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private Accessor field(Class<?> type) {
        try {
            Field field = type.getField(property);
            field.setAccessible(true);
            return field::get;
        } catch (NoSuchFieldException | InaccessibleObjectException e) {
            throw unreadable(e);
        }
    }

    private FieldFailure unreadable(Throwable error) {
        Throwable cause = error instanceof InvocationTargetException ? error.getCause() : error;
        return new FieldFailure(
                ErrorCode.JOIN_KEY_UNREADABLE,
                "The object that is joined has no readable property '" + property + "'",
                cause);
    }
}
