package dev.dovetail.jooq;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that knows the savepoints and transactions of its connections, and the connections that are open. */
final class WatchedConnections {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> transactions = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final DataSource dataSource;

    WatchedConnections(DataSource real) {
        this.dataSource = proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = invoke(() -> method.invoke(real, arguments));
            if (!(result instanceof Connection connection)) {
                return result;
            }
            open.incrementAndGet();
            return watched(connection);
        });
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** What was done with savepoints since the last call of this method. */
    List<String> savepoints() {
        List<String> seen = List.copyOf(calls);
        calls.clear();
        return seen;
    }

    /** How transactions began and ended since the last call of this method. */
    List<String> transactions() {
        List<String> seen = List.copyOf(transactions);
        transactions.clear();
        return seen;
    }

    int openConnections() {
        return open.get();
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().contains("Savepoint") || (method.getName().equals("rollback") && arguments != null)) {
                calls.add(method.getName());
            }
            if (method.getName().equals("setAutoCommit")) {
                transactions.add(Boolean.TRUE.equals(arguments[0]) ? "end" : "begin");
            }
            if ((method.getName().equals("rollback") && arguments == null)
                    || method.getName().equals("commit")) {
                transactions.add(method.getName());
            }
            if (method.getName().equals("close")) {
                open.decrementAndGet();
            }
            return invoke(() -> method.invoke(connection, arguments));
        });
    }

    private static Object invoke(Invocation invocation) throws Throwable {
        try {
            return invocation.run();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private interface Invocation {
        Object run() throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(WatchedConnections.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
