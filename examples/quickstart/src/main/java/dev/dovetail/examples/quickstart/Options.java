package dev.dovetail.examples.quickstart;

/**
 * What the command line says.
 *
 * @param port the port of the page
 * @param demo whether to print the answers of the ready queries, instead of serving the page
 */
record Options(int port, boolean demo) {

    static final String USAGE = "Options, in -Dexec.args=\"...\": --demo, --port=<number>";

    private static final int DEFAULT_PORT = 8080;

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    static Options parse(String... arguments) {
        Options options = new Options(DEFAULT_PORT, false);
        for (String argument : arguments) {
            options = options.with(argument);
        }
        return options;
    }

    private Options with(String argument) {
        if (argument.equals("--demo")) {
            return new Options(port, true);
        }
        if (argument.startsWith("--port=")) {
            return new Options(port(argument.substring("--port=".length())), demo);
        }
        throw new IllegalArgumentException("There is no option " + argument + ". " + USAGE);
    }

    private static int port(String text) {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("'" + text + "' is no port. " + USAGE);
    }
}
