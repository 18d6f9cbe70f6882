package dev.dovetail;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.ConfigurationException;
import graphql.schema.idl.SchemaParser;
import java.util.List;

/** The faults that extending a schema reports. */
final class Faults {

    private Faults() {}

    /** A builder over users and orders, with nothing declared yet. */
    static DovetailBuilder shop() {
        return Dovetail.builder().tables(FakeTables.shop());
    }

    static List<String> of(DovetailBuilder dovetail, String sdl) {
        Dovetail built = dovetail.build();
        ConfigurationException exception =
                catchThrowableOfType(ConfigurationException.class, () -> built.extend(new SchemaParser().parse(sdl)));
        return exception == null ? List.of() : exception.faults();
    }
}
