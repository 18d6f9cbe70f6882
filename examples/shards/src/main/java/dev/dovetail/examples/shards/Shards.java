package dev.dovetail.examples.shards;

/** Starts three shards and a coordinator, shows what a query costs them, and kills two of them under load. */
public final class Shards {

    private Shards() {}

    /** Exits with 1 if anything but the keys of a killed shard was missed. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments) ? 0 : 1);
    }

    private static boolean run(String... arguments) throws InterruptedException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return false;
        }
        System.out.println("Starting three shards and a coordinator; the first time takes some seconds.");
        try (Shop shop = Shop.open()) {
            new Demo(shop, System.out).run();
            System.out.printf("%n== %d requests a second for %d seconds%n%n", options.rate(), options.seconds());
            Tally tally = new Load(shop, options, System.out).run();
            System.out.println("\n" + tally);
            return tally.isGood();
        }
    }
}
