package dev.dovetail.examples.replicas;

import java.time.Duration;

/**
 * What the command line says.
 *
 * @param duration how long the load lasts
 * @param patience how long joins after a mutation wait for a standby; zero if they read the primary
 */
record Options(Duration duration, Duration patience) {

    static final String USAGE = "Options, in -Dexec.args=\"...\": --seconds=<number>, --wait=<milliseconds>";

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    static Options parse(String... arguments) {
        Options options = new Options(Duration.ofSeconds(60), Duration.ofMillis(200));
        for (String argument : arguments) {
            options = options.with(argument);
        }
        return options;
    }

    private Options with(String argument) {
        if (argument.matches("--seconds=[1-9][0-9]{0,3}")) {
            return new Options(Duration.ofSeconds(number(argument)), patience);
        }
        if (argument.matches("--wait=[0-9]{1,5}")) {
            return new Options(duration, Duration.ofMillis(number(argument)));
        }
        throw new IllegalArgumentException("There is no option " + argument + ". " + USAGE);
    }

    private static int number(String argument) {
        return Integer.parseInt(argument.substring(argument.indexOf('=') + 1));
    }
}
