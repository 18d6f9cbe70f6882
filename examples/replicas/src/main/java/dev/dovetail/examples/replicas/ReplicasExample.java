package dev.dovetail.examples.replicas;

/** Starts a primary with two standbys, kills them under load, and prints what clients saw. */
public final class ReplicasExample {

    private ReplicasExample() {}

    /** Ends with an error if a client saw anything stale or wrong, or if anything was lost. */
    public static void main(String[] arguments) throws InterruptedException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        System.out.println("Starting PostgreSQL three times; the first time takes some seconds.");
        try (Cluster cluster = Cluster.start()) {
            System.out.printf(
                    "200 requests per second for %d s; joins after a write %s.%n",
                    options.duration().toSeconds(),
                    options.patience().isZero()
                            ? "read the primary"
                            : "wait up to " + options.patience().toMillis() + " ms for a standby");
            Tally tally = new Trial(cluster, options, System.out).run();
            tally.print(System.out);
            if (!tally.isClean()) {
                System.err.println("Something was lost, or not true.");
                System.exit(1);
            }
        }
    }
}
