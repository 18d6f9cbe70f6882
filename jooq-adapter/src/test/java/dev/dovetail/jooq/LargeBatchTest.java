package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is held while a large batch is read: its rows, and once more what the driver has of them. */
final class LargeBatchTest {

    /** Of which 100,000 rows take about 57 MB: 500 bytes of text each, and 70 for the rest. */
    private static final String MEMORY = "-Xmx144m";

    @Test
    void hundredThousandRows_takeNotMuchMoreThanTwiceTheirSize() throws IOException, InterruptedException {
        TestDatabase.with(
                "create table notes (id int primary key, owner bigint not null, body text, flag boolean)",
                "create index on notes (owner)",
                "insert into notes select i, i / 10, rpad(i::text, 500, '.'), true from generate_series(0, 99999) i");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeBatchProcess.class.getName(),
                        TestDatabase.server().jdbcUrl(),
                        TestDatabase.server().user())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines()).contains("100000");
    }
}
