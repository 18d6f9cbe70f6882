package dev.dovetail.examples.benchmarks.contender.limit;

import dev.dovetail.examples.benchmarks.contender.Contender;
import dev.dovetail.examples.benchmarks.request.Actions;
import dev.dovetail.examples.benchmarks.request.Case;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One row by its primary key through plain JDBC, and nothing else; the answer is one of its columns. */
public final class PrimaryKeySelect implements Contender {

    private final DataSource database;

    /** Creates the contender. */
    public PrimaryKeySelect(DataSource database) {
        this.database = database;
    }

    @Override
    public byte[] answer(Case request) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select id, name, email, city, age from users where id = ?")) {
            statement.setLong(1, Actions.ranking(1).get(0).userId());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBytes(2);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
