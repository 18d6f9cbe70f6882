package dev.dovetail.table.contract;

/** What a text column finds equal. */
public enum Flavour {
    /** Texts of the same characters alone; their order is that of the characters' numbers. */
    PLAIN,
    /** Texts that differ in letter case alone, too. */
    CASE_INSENSITIVE,
    /** Texts that differ in accents alone, too; and in letter case, or not. */
    ACCENT_INSENSITIVE,
    /** Texts that differ in spaces at their end alone, too: {@code char(8)}. */
    PADDED
}
