package dev.dovetail.internal.generation;

import dev.dovetail.table.Operator;

/** What the schema says of the operators of filters. */
final class OperatorTexts {

    private OperatorTexts() {}

    static String of(Operator operator) {
        return switch (operator) {
            case EQ -> "Equal";
            case NEQ -> "Not equal, and not null";
            case GT -> "Greater";
            case GTE -> "Greater or equal";
            case LT -> "Less";
            case LTE -> "Less or equal";
            case IN -> "Equal to one of these";
            case NIN -> "Equal to none of these";
            case IS_NULL -> "Null, or with `false` not null";
            case LIKE -> "Matches a pattern: `%` stands for any text, `_` for any character";
            case NLIKE -> "Does not match such a pattern";
            case ILIKE -> "Matches such a pattern in any letter case";
            case NILIKE -> "Does not match such a pattern in any letter case";
            case SIMILAR -> "Matches a regular expression of SQL";
            case NSIMILAR -> "Does not match a regular expression of SQL";
            case REGEX -> "Matches a regular expression of the database";
            case NREGEX -> "Does not match a regular expression of the database";
            case IREGEX -> "Matches a regular expression of the database in any letter case";
            case NIREGEX -> "Does not match a regular expression of the database in any letter case";
            case CONTAINS -> "Contains this";
            case CONTAINED_IN -> "Is contained in this";
            case HAS_KEY -> "Has this key at the top";
            case HAS_KEYS_ANY -> "Has one of these keys at the top";
            case HAS_KEYS_ALL -> "Has all of these keys at the top";
        };
    }
}
