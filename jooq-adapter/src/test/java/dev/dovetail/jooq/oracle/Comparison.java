package dev.dovetail.jooq.oracle;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The operators of filters. */
enum Comparison {
    EQ,
    NEQ,
    GT,
    GTE,
    LT,
    LTE,
    IN,
    NIN,
    IS_NULL,
    LIKE,
    NLIKE,
    ILIKE,
    NILIKE,
    SIMILAR,
    NSIMILAR,
    REGEX,
    NREGEX,
    IREGEX,
    NIREGEX,
    CONTAINS,
    CONTAINED_IN,
    HAS_KEY,
    HAS_KEYS_ANY,
    HAS_KEYS_ALL;

    private static final List<Comparison> EQUALITY = List.of(EQ, NEQ, IN, NIN, IS_NULL);

    /** The operators that columns of a kind have. */
    static List<Comparison> of(Kind kind) {
        List<Comparison> all = List.of(values());
        return switch (kind) {
            case TEXT -> all.subList(0, CONTAINS.ordinal());
            case DOCUMENT -> join(EQUALITY, all.subList(CONTAINS.ordinal(), all.size()));
            case INTS -> join(EQUALITY, List.of(CONTAINS, CONTAINED_IN));
            default -> all.subList(0, LIKE.ordinal());
        };
    }

    private static List<Comparison> join(List<Comparison> some, List<Comparison> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Whether it holds; null where that is unknown. */
    Boolean holds(Kind kind, Object cell, Object value) {
        return switch (this) {
            case IS_NULL -> (cell == null) == (Boolean) value;
            case IN -> ((List<?>) value).isEmpty() ? Boolean.FALSE : known(kind, cell, value);
            case NIN -> ((List<?>) value).isEmpty() ? Boolean.TRUE : known(kind, cell, value);
            default -> known(kind, cell, value);
        };
    }

    private Boolean known(Kind kind, Object cell, Object value) {
        return cell == null ? null : Boolean.valueOf(compares(kind, cell, value));
    }

    private boolean compares(Kind kind, Object cell, Object value) {
        return switch (this) {
            case EQ -> kind.compare(cell, value) == 0;
            case NEQ -> kind.compare(cell, value) != 0;
            case GT -> kind.compare(cell, value) > 0;
            case GTE -> kind.compare(cell, value) >= 0;
            case LT -> kind.compare(cell, value) < 0;
            case LTE -> kind.compare(cell, value) <= 0;
            case IN -> ((List<?>) value).stream().anyMatch(one -> kind.compare(cell, one) == 0);
            case NIN -> ((List<?>) value).stream().noneMatch(one -> kind.compare(cell, one) == 0);
            case LIKE -> Patterns.like(cell.toString(), value.toString());
            case NLIKE -> !Patterns.like(cell.toString(), value.toString());
            case ILIKE -> Patterns.like(lower(cell), lower(value));
            case NILIKE -> !Patterns.like(lower(cell), lower(value));
            case SIMILAR -> Patterns.similar(cell.toString(), value.toString());
            case NSIMILAR -> !Patterns.similar(cell.toString(), value.toString());
            case REGEX ->
                Pattern.compile(value.toString()).matcher(cell.toString()).find();
            case NREGEX ->
                !Pattern.compile(value.toString()).matcher(cell.toString()).find();
            case IREGEX -> Pattern.compile(lower(value)).matcher(lower(cell)).find();
            case NIREGEX -> !Pattern.compile(lower(value)).matcher(lower(cell)).find();
            case CONTAINS -> Documents.contains(kind, cell, value);
            case CONTAINED_IN -> Documents.contains(kind, value, cell);
            case HAS_KEY -> Documents.hasKey(cell, value);
            case HAS_KEYS_ANY -> ((List<?>) value).stream().anyMatch(key -> Documents.hasKey(cell, key));
            case HAS_KEYS_ALL -> ((List<?>) value).stream().allMatch(key -> Documents.hasKey(cell, key));
            case IS_NULL -> throw new IllegalStateException();
        };
    }

    @Override
    public String toString() {
        return "_" + name().toLowerCase(Locale.ROOT);
    }

    private static String lower(Object text) {
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
