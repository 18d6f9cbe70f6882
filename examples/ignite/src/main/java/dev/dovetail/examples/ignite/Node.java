package dev.dovetail.examples.ignite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.ignite.Ignition;
import org.apache.ignite.cache.affinity.rendezvous.RendezvousAffinityFunction;
import org.apache.ignite.configuration.CacheConfiguration;
import org.apache.ignite.configuration.ClientConnectorConfiguration;
import org.apache.ignite.configuration.DataRegionConfiguration;
import org.apache.ignite.configuration.DataStorageConfiguration;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.spi.communication.tcp.TcpCommunicationSpi;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.TcpDiscoveryVmIpFinder;

/** One node, in a JVM of its own that ends with the one that started it. */
final class Node {

    /** What tables name as their template that need few partitions. */
    static final String FEW_PARTITIONS = "few";

    private static final long MEBIBYTE = 1024L * 1024;

    private Node() {}

    /** Arguments: a directory, the node's ports for communication and clients, and the discovery ports of all, its own first. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        int communication = Integer.parseInt(arguments[1]);
        int clients = Integer.parseInt(arguments[2]);
        List<Integer> discovery =
                Arrays.stream(arguments).skip(3).map(Integer::valueOf).toList();
        Ignition.start(configuration(directory, communication, clients, discovery));
        Files.createFile(directory.resolve(NodeProcess.READY));
        while (System.in.read() >= 0) {
            // nothing is ever written; the end comes with the JVM at the other end
        }
        Runtime.getRuntime().halt(0);
    }

    private static IgniteConfiguration configuration(
            Path directory, int communication, int clients, List<Integer> discovery) {
        CacheConfiguration<?, ?> few = new CacheConfiguration<>(FEW_PARTITIONS + "*")
                .setAffinity(new RendezvousAffinityFunction(false, 32))
                .setBackups(1);
        return new IgniteConfiguration()
                .setWorkDirectory(directory.toString())
                .setLocalHost("127.0.0.1")
                .setDiscoverySpi(discovery(discovery))
                .setCommunicationSpi(
                        new TcpCommunicationSpi().setLocalPort(communication).setLocalPortRange(0))
                .setClientConnectorConfiguration(new ClientConnectorConfiguration()
                        .setHost("127.0.0.1")
                        .setPort(clients)
                        .setPortRange(0))
                .setConnectorConfiguration(null)
                .setDataStorageConfiguration(new DataStorageConfiguration()
                        .setDefaultDataRegionConfiguration(new DataRegionConfiguration()
                                .setInitialSize(32 * MEBIBYTE)
                                .setMaxSize(256 * MEBIBYTE)))
                .setCacheConfiguration(few)
                .setMetricsLogFrequency(0);
    }

    private static TcpDiscoverySpi discovery(List<Integer> ports) {
        TcpDiscoverySpi discovery = new TcpDiscoverySpi();
        discovery.setLocalPort(ports.get(0));
        discovery.setLocalPortRange(0);
        discovery.setIpFinder(new TcpDiscoveryVmIpFinder()
                .setAddresses(ports.stream().map(port -> "127.0.0.1:" + port).toList()));
        return discovery;
    }
}
