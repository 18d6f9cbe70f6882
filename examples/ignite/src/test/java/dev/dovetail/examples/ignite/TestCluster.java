package dev.dovetail.examples.ignite;

import java.nio.file.Path;

/** Three nodes that all tests share; they end with this JVM. */
final class TestCluster {

    private static final LocalCluster CLUSTER = start();

    private TestCluster() {}

    static LocalCluster get() {
        return CLUSTER;
    }

    private static LocalCluster start() {
        try {
            return LocalCluster.start(
                    Path.of("target", "ignite-" + ProcessHandle.current().pid()), 3);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
