package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test that leaves a connection, a statement or a result open, or that gives a connection back otherwise than it got
 * it: in another mode, with another role or setting, or in the middle of a transaction of its own.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
final class LeakCheck implements AfterEachCallback {

    /** The role and a setting as a later user of the connection sees them. */
    private static final String SESSION =
            "select current_user || ' ' || coalesce(current_setting('app.tenant', true), '')";

    private final Map<Object, String> open = new ConcurrentHashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** The same data source, under watch. */
    DataSource watch(DataSource real) {
        return proxy(
                DataSource.class, real, (method, result) -> result instanceof Connection got ? opened(got) : result);
    }

    /** How many connections were taken at once, at most. */
    int mostConnections() {
        return most.get();
    }

    /** Nothing must be open, and nothing must have been given back changed. */
    void check() {
        assertThat(open.values()).as("what was left open").isEmpty();
        assertThat(faults).as("what was given back otherwise").isEmpty();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        check();
    }

    private Connection opened(Connection real) throws SQLException {
        Mode before = Mode.of(real);
        int now = connections.incrementAndGet();
        most.accumulateAndGet(now, Math::max);
        open.put(real, "a connection");
        return proxy(Connection.class, real, new Wrapper() {
            @Override
            public void before(Method method) {
                if (method.getName().equals("close") && open.remove(real) != null) {
                    connections.decrementAndGet();
                    given(real, before);
                }
            }

            @Override
            public Object after(Method method, Object result) {
                return result instanceof Statement statement ? statement(statement) : result;
            }
        });
    }

    private void given(Connection real, Mode before) {
        try {
            // what the server cut is of no use to anybody
            if (!real.isClosed() && real.isValid(5)) {
                Mode after = Mode.of(real);
                if (!after.equals(before)) {
                    faults.add("before: " + before + ", after: " + after);
                }
            }
        } catch (SQLException e) {
            faults.add("a connection that cannot be used: " + e.getMessage());
        }
    }

    private Statement statement(Statement real) {
        open.put(real, "statement " + real);
        Class<? extends Statement> type = real instanceof CallableStatement
                ? CallableStatement.class
                : real instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(type, real, new Wrapper() {
            @Override
            public void before(Method method) {
                if (method.getName().equals("close")) {
                    open.remove(real);
                }
            }

            @Override
            public Object after(Method method, Object result) {
                return result instanceof ResultSet rows ? result(rows) : result;
            }
        });
    }

    private ResultSet result(ResultSet real) {
        open.put(real, "a result");
        return proxy(ResultSet.class, real, new Wrapper() {
            @Override
            public void before(Method method) {
                if (method.getName().equals("close")) {
                    open.remove(real);
                }
            }

            @Override
            public Object after(Method method, Object result) {
                return result;
            }
        });
    }

    /** What a connection's next user finds. */
    private record Mode(boolean autoCommit, boolean readOnly, int isolation, String session) {

        /** Asks in auto-commit mode only: a question would begin a transaction otherwise, or fail in one that has. */
        static Mode of(Connection connection) throws SQLException {
            boolean autoCommit = connection.getAutoCommit();
            return new Mode(
                    autoCommit,
                    connection.isReadOnly(),
                    connection.getTransactionIsolation(),
                    autoCommit ? session(connection) : "");
        }

        private static String session(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(SESSION)) {
                result.next();
                return result.getString(1);
            }
        }
    }

    private interface Wrapper {
        default void before(Method method) {}

        Object after(Method method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<? extends T> type, T real, Wrapper wrapper) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("equals")) {
                return proxy == arguments[0];
            }
            wrapper.before(method);
            try {
                return wrapper.after(method, method.invoke(real, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(LeakCheck.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
