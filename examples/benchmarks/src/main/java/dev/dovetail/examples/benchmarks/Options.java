package dev.dovetail.examples.benchmarks;

import dev.dovetail.examples.benchmarks.contender.Entry;
import dev.dovetail.examples.benchmarks.harness.Contenders;
import dev.dovetail.examples.benchmarks.harness.Plan;
import dev.dovetail.examples.benchmarks.request.Case;
import dev.dovetail.examples.benchmarks.request.Cases;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the command line says.
 *
 * @param cases what is measured
 * @param contenders the names of who is measured
 * @param latencies the milliseconds that are added to each round trip to the database, one run for each
 * @param plan how long each case is measured
 */
record Options(List<Case> cases, List<String> contenders, List<Integer> latencies, Plan plan) {

    static final String USAGE =
            "Options, in -Dexec.args=\"...\": --draw alone, or --quick, --cases=children-1000,object,...,"
                    + " --contenders=limit,dovetail,..., --latency=0,1";

    private static final List<String> ALL_CONTENDERS =
            Contenders.ALL.stream().map(Entry::name).toList();

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    static Options parse(String... arguments) {
        Options options = new Options(Cases.every(), ALL_CONTENDERS, List.of(0, 1), Plan.FULL);
        for (String argument : arguments) {
            options = options.with(argument);
        }
        return options;
    }

    private Options with(String argument) {
        List<String> values =
                List.of(argument.substring(argument.indexOf('=') + 1).split(",", -1));
        if (argument.equals("--quick")) {
            return new Options(cases, contenders, latencies, Plan.QUICK);
        }
        if (argument.startsWith("--cases=")) {
            List<Case> named = values.stream()
                    .flatMap(each -> Cases.named(each).stream())
                    .distinct()
                    .toList();
            return new Options(named, contenders, latencies, plan);
        }
        if (argument.startsWith("--contenders=")) {
            return new Options(cases, values.stream().map(Options::contender).toList(), latencies, plan);
        }
        if (argument.startsWith("--latency=")) {
            return new Options(
                    cases,
                    contenders,
                    values.stream().map(Options::milliseconds).toList(),
                    plan);
        }
        throw new IllegalArgumentException("There is no option " + argument + ". " + USAGE);
    }

    private static String contender(String name) {
        return Stream.of(name.replace('_', ' '))
                .filter(ALL_CONTENDERS::contains)
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no contender " + name + ", but " + ALL_CONTENDERS + "; write _ for a space"));
    }

    private static int milliseconds(String text) {
        if (text.matches("[0-9]{1,3}")) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("'" + text + "' is no number of milliseconds. " + USAGE);
    }
}
