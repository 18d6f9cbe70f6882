package dev.dovetail.examples.ignite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A cluster of Ignite on this machine: each node is a JVM, and all listen on loopback alone.
 *
 * <p><b>Thread-safety:</b> not thread-safe; clients are no concern of it.
 */
public final class LocalCluster implements AutoCloseable {

    private final Path directory;
    private final List<Ports> ports;
    private final List<NodeProcess> nodes = new ArrayList<>();

    private LocalCluster(Path directory, int size) {
        this.directory = directory;
        this.ports = Ports.free(size);
    }

    /**
     * Starts a cluster, and waits for all of its nodes.
     *
     * @param directory for the nodes' files and logs
     */
    public static LocalCluster start(Path directory, int size) throws InterruptedException {
        LocalCluster cluster = new LocalCluster(directory.toAbsolutePath(), size);
        try {
            for (int node = 0; node < size; node++) {
                cluster.nodes.add(cluster.process(node));
            }
            for (NodeProcess node : cluster.nodes) {
                node.await();
            }
            return cluster;
        } catch (InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** The URL for the thin driver, with the addresses of all nodes. */
    public String jdbcUrl() {
        return ports.stream()
                .map(node -> "127.0.0.1:" + node.clients())
                .collect(Collectors.joining(",", "jdbc:ignite:thin://", ""));
    }

    /** The addresses for the thin client. */
    public String[] addresses() {
        return ports.stream().map(node -> "127.0.0.1:" + node.clients()).toArray(String[]::new);
    }

    /** The number of nodes, dead ones included. */
    public int size() {
        return ports.size();
    }

    /** Kills a node, as {@code kill -9} does. */
    public void kill(int node) {
        nodes.get(node).kill();
    }

    /** Starts a node that was killed, and waits until it is in the cluster; its rows are not there yet. */
    public void restart(int node) throws InterruptedException {
        NodeProcess process = process(node);
        nodes.set(node, process);
        process.await();
    }

    private NodeProcess process(int node) {
        return NodeProcess.start(
                directory.resolve("node" + node),
                ports.get(node),
                ports.stream().filter(other -> !other.equals(ports.get(node))).map(Ports::discovery));
    }

    /** Kills all nodes. */
    @Override
    public void close() {
        for (NodeProcess node : nodes) {
            node.kill();
        }
    }
}
