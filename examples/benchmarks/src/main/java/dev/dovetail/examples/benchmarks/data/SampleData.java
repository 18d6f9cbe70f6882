package dev.dovetail.examples.benchmarks.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/** Fills an empty database. */
public final class SampleData {

    private SampleData() {}

    /**
     * Creates the tables and their rows.
     *
     * @throws IllegalStateException if the database refuses
     */
    public static void load(DataSource database, Sizes sizes) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set benchmarks.posts_of_forum = " + sizes.postsOfForum());
            statement.execute("set benchmarks.lines_of_report = " + sizes.linesOfReport());
            for (String each : script().split(";\n", -1)) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String script() {
        try (InputStream in = SampleData.class.getResourceAsStream("/data.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
