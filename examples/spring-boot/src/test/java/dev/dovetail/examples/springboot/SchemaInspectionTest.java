package dev.dovetail.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Spring logs what of the schema nothing answers; Dovetail's fields have data fetchers that it knows. */
@Timeout(60)
final class SchemaInspectionTest {

    @Test
    void start_logsNothingUnmapped() {
        try (ConfigurableApplicationContext context = SpringApplication.run(ShopApplication.class, "--server.port=0")) {
            assertThat(context.isRunning()).isTrue();

            assertThat(logged())
                    .isNotEmpty()
                    .allSatisfy(report -> assertThat(report)
                            .contains("Unmapped fields: {}", "Unmapped registrations: {}", "Unmapped arguments: {}"));
        }
    }

    /** What the appender of this name in logback-test.xml was given: by Spring Boot 3, for other tests too. */
    private static List<String> logged() {
        Logger logger = (Logger) LoggerFactory.getLogger("org.springframework.boot.graphql.autoconfigure");
        ListAppender<ILoggingEvent> inspection = (ListAppender<ILoggingEvent>) logger.getAppender("inspection");
        return inspection.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains("Unmapped"))
                .toList();
    }
}
