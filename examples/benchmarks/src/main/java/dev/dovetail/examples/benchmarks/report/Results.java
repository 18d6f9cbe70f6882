package dev.dovetail.examples.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All that was measured in one run. */
public record Results(List<Measurement> measurements) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What a contender took, if it took part. */
    public Optional<Measurement> of(String request, int latency, String contender) {
        return measurements.stream()
                .filter(each -> each.request().equals(request)
                        && each.latency() == latency
                        && each.contender().equals(contender))
                .findFirst();
    }

    /** The latencies, in milliseconds, in their order. */
    public List<Integer> latencies() {
        return measurements.stream().map(Measurement::latency).distinct().toList();
    }

    /** The cases' names, in their order. */
    public List<String> requests() {
        return measurements.stream().map(Measurement::request).distinct().toList();
    }

    /** The contenders' names, in their order. */
    public List<String> contenders() {
        return measurements.stream().map(Measurement::contender).distinct().toList();
    }

    /** Keeps them in a file. */
    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, JSON.writeValueAsBytes(measurements));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads them from a file. */
    public static Results read(Path file) {
        return new Results(JSON.readValue(file.toFile(), new TypeReference<List<Measurement>>() {}));
    }
}
