package dev.dovetail.jooq.internal.mysql;

import dev.dovetail.table.ColumnType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The character sets and collations of text columns, as the names of {@link MySqlTypes} carry them. */
final class MySqlText {

    static final String COLLATE = " collate ";

    /** Characters beyond {@code ASCII} are told apart by Java's own sets; what MySQL calls latin1 is Windows'. */
    private static final Map<String, String> JAVAS = Map.ofEntries(
            Map.entry("ascii", "US-ASCII"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin2", "ISO-8859-2"),
            Map.entry("latin5", "ISO-8859-9"),
            Map.entry("latin7", "ISO-8859-13"),
            Map.entry("greek", "ISO-8859-7"),
            Map.entry("hebrew", "ISO-8859-8"),
            Map.entry("cp1250", "windows-1250"),
            Map.entry("cp1251", "windows-1251"),
            Map.entry("cp1256", "windows-1256"),
            Map.entry("cp1257", "windows-1257"),
            Map.entry("cp850", "IBM850"),
            Map.entry("cp852", "IBM852"),
            Map.entry("cp866", "IBM866"),
            Map.entry("koi8r", "KOI8-R"),
            Map.entry("koi8u", "KOI8-U"),
            Map.entry("tis620", "TIS-620"),
            Map.entry("gbk", "GBK"),
            Map.entry("gb2312", "GB2312"),
            Map.entry("gb18030", "GB18030"),
            Map.entry("big5", "Big5"),
            Map.entry("sjis", "Shift_JIS"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("ujis", "EUC-JP"),
            Map.entry("eucjpms", "EUC-JP"),
            Map.entry("euckr", "EUC-KR"));

    private MySqlText() {}

    /** The collation of a text column; null if it is not known. */
    static @Nullable String collation(ColumnType type) {
        int start = type.databaseType().indexOf(COLLATE);
        return start < 0 ? null : type.databaseType().substring(start + COLLATE.length());
    }

    /** The character set of a text column; null if it is not known. */
    static @Nullable String characterSet(ColumnType type) {
        String collation = collation(type);
        return collation == null ? null : collation.replaceFirst("_.*", "");
    }

    /** Whether a column's character set has all characters of a text: the database makes others a question mark. */
    static boolean has(ColumnType type, String text) {
        String set = characterSet(type);
        if (set == null || Set.of("utf8mb4", "utf16", "utf32").contains(set)) {
            return StandardCharsets.UTF_8.newEncoder().canEncode(text);
        }
        if (Set.of("utf8mb3", "utf8", "ucs2").contains(set)) {
            return text.chars().noneMatch(unit -> Character.isSurrogate((char) unit));
        }
        return javas(set).newEncoder().canEncode(text);
    }

    /** Of the rare ones that Java does not have, nothing is known. */
    private static Charset javas(String set) {
        String name = JAVAS.getOrDefault(set, "UTF-8");
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }
}
