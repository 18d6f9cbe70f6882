package dev.dovetail.examples.benchmarks.harness;

import dev.dovetail.examples.benchmarks.contender.Contender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What a forked JVM is told: where the database listens, and who takes part. */
final class Fork {

    private static final String PORT = "benchmarks.port";
    private static final String CONTENDERS = "benchmarks.contenders";

    private Fork() {}

    static String[] arguments(int port, List<String> contenders) {
        List<String> arguments = new ArrayList<>(List.of("-Xms2g", "-Xmx2g"));
        arguments.add("-Dorg.jooq.no-logo=true");
        arguments.add("-Dorg.jooq.no-tips=true");
        arguments.add("-D" + PORT + "=" + port);
        arguments.add("-D" + CONTENDERS + "=" + String.join(",", contenders));
        return arguments.toArray(String[]::new);
    }

    static int port() {
        return Integer.getInteger(PORT, 0);
    }

    static Map<String, Contender> contenders(DataSource database) {
        Map<String, Contender> contenders = new LinkedHashMap<>();
        for (String name : System.getProperty(CONTENDERS, "").split(",", -1)) {
            contenders.put(name, Contenders.named(name).create().apply(database));
        }
        return contenders;
    }
}
