package dev.dovetail.examples.benchmarks;

import dev.dovetail.examples.benchmarks.contender.Entry;
import dev.dovetail.examples.benchmarks.data.SampleData;
import dev.dovetail.examples.benchmarks.data.Sizes;
import dev.dovetail.examples.benchmarks.harness.Contenders;
import dev.dovetail.examples.benchmarks.harness.Measuring;
import dev.dovetail.examples.benchmarks.latency.SlowNetwork;
import dev.dovetail.examples.benchmarks.report.Measurement;
import dev.dovetail.examples.benchmarks.report.Results;
import dev.dovetail.examples.benchmarks.request.Case;
import dev.dovetail.examples.postgres.LocalPostgres;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One run: a database, and every case on it. */
record Run(Options options, int port, PrintStream out, Path file) {

    /** Starts a database and measures what the options say. What is measured so far is in the file at any time. */
    static Results of(Options options, PrintStream out, Path file) {
        out.println("Starting PostgreSQL and filling it");
        try (LocalPostgres postgres = LocalPostgres.start()) {
            SampleData.load(postgres.dataSource(), Sizes.FULL);
            return new Run(options, port(postgres), out, file).measure();
        }
    }

    private static int port(LocalPostgres postgres) {
        return URI.create(postgres.jdbcUrl().substring("jdbc:".length())).getPort();
    }

    private Results measure() {
        List<Measurement> measurements = new ArrayList<>();
        for (int latency : options.latencies()) {
            try (SlowNetwork network = SlowNetwork.to(port, Duration.ofMillis(latency))) {
                for (Case each : options.cases()) {
                    measurements.addAll(measure(each, latency, latency == 0 ? port : network.port()));
                    new Results(measurements).write(file);
                }
            }
        }
        return new Results(measurements);
    }

    private List<Measurement> measure(Case request, int latency, int throughPort) {
        List<String> contenders = Contenders.of(request, latency, options.contenders()).stream()
                .map(Entry::name)
                .toList();
        out.print(request.name() + " at " + latency + " ms:");
        out.flush();
        List<Measurement> measured = new Measuring(options.plan()).measure(request, latency, throughPort, contenders);
        out.println(measured.stream().map(Measurement::summary).collect(Collectors.joining(",")));
        return measured;
    }
}
