package dev.dovetail;

import graphql.schema.idl.SchemaParser;

/** Printed schemas, for tests of what they define. */
final class Printed {

    private Printed() {}

    /** The schema as Dovetail extends it, without descriptions, with the arguments of a field on its line. */
    static String withoutDescriptions(Dovetail dovetail, String sdl) {
        return dovetail.printSchema(new SchemaParser().parse(sdl))
                .replaceAll("(?m)^ *\".*\"\n", "")
                .replaceAll("\\(\n +", "(")
                .replaceAll(",\n +", ", ")
                .replaceAll("\n +\\)", ")");
    }
}
