package dev.dovetail.examples.shards;

import java.util.Arrays;
import java.util.Iterator;

/**
 * What the command line says.
 *
 * @param seconds how long the load lasts
 * @param rate requests per second
 */
record Options(int seconds, int rate) {

    private static final String USAGE = "Options: --seconds <10 or more>, --rate <requests per second>";

    private static final int SHORTEST = 10;

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException with the usage, if there are others
     */
    static Options parse(String... arguments) {
        int seconds = 60;
        int rate = 200;
        Iterator<String> words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            switch (words.next()) {
                case "--seconds" -> seconds = number(words, SHORTEST);
                case "--rate" -> rate = number(words, 1);
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        return new Options(seconds, rate);
    }

    private static int number(Iterator<String> words, int least) {
        try {
            int number = words.hasNext() ? Integer.parseInt(words.next()) : 0;
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // as if there was none
        }
        throw new IllegalArgumentException(USAGE);
    }
}
