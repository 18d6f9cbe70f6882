package dev.dovetail.table.contract;

import dev.dovetail.table.ColumnKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as no database in particular describes it.
 *
 * <p>What the kind leaves open: a decimal has 38 digits, 10 of them behind the point; times have microseconds; a text
 * holds 255 characters at least where it is part of a key or an index, else a million, and follows its {@link Flavour};
 * an enumeration has the {@link #LABELS}.
 *
 * @param name the name, exactly as the database has to spell it
 * @param nullable whether the column may be null
 * @param flavour what a text column finds equal; of no meaning for other kinds
 * @param element the kind of an array's elements, else null
 */
public record ContractColumn(
        String name,
        ColumnKind kind,
        boolean nullable,
        Flavour flavour,
        @Nullable ColumnKind element) {

    /** The labels of every enumeration, in their order. */
    public static final List<String> LABELS = List.of("angry", "happy", "so so");

    /** A column that is never null. */
    public static ContractColumn of(String name, ColumnKind kind) {
        return new ContractColumn(name, kind, false, Flavour.PLAIN, null);
    }

    /** An array of elements of a kind. */
    public static ContractColumn arrayOf(String name, ColumnKind element) {
        return new ContractColumn(name, ColumnKind.ARRAY, false, Flavour.PLAIN, element);
    }

    /** The same column, which may be null. */
    public ContractColumn orNull() {
        return new ContractColumn(name, kind, true, flavour, element);
    }

    /** The same column, of a flavour. */
    public ContractColumn flavoured(Flavour wanted) {
        return new ContractColumn(name, kind, nullable, wanted, element);
    }
}
