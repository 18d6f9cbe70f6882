package dev.dovetail.examples.springboot;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The statements that the application sends, its own and those of the joins. */
@TestConfiguration(proxyBeanMethods = false)
class SqlRecorder {

    private final List<String> statements = new CopyOnWriteArrayList<>();

    @Bean
    ExecuteListenerProvider recording() {
        return new DefaultExecuteListenerProvider(ExecuteListener.onExecuteStart(this::record));
    }

    private void record(ExecuteContext context) {
        statements.add(String.valueOf(context.sql()));
    }

    /** The lookups since the last call. */
    List<String> selects() {
        List<String> selects =
                statements.stream().filter(sql -> sql.startsWith("select")).toList();
        statements.clear();
        return selects;
    }
}
