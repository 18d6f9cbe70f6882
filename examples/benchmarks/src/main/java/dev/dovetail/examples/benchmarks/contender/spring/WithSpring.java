package dev.dovetail.examples.benchmarks.contender.spring;

import dev.dovetail.examples.benchmarks.contender.Contender;
import dev.dovetail.examples.benchmarks.contender.graphql.GraphQlContender;
import dev.dovetail.examples.benchmarks.contender.jooq.Batches;
import dev.dovetail.examples.benchmarks.request.Case;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;

/** Spring for GraphQL, from behind its HTTP server on. */
public final class WithSpring implements Contender {

    private final ExecutionGraphQlService service;

    private WithSpring(ExecutionGraphQlService service) {
        this.service = service;
    }

    /** Creates the contender. */
    public static Contender on(DataSource database) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Batches.class, () -> new Batches(DSL.using(database, SQLDialect.POSTGRES)));
        context.register(SpringApplication.class);
        context.refresh();
        return new WithSpring(context.getBean(ExecutionGraphQlService.class));
    }

    @Override
    public byte[] answer(Case request) {
        ExecutionGraphQlResponse response = service.execute(new DefaultExecutionGraphQlRequest(
                        request.shape().query(), null, Map.of("rows", request.rows()), null, "1", null))
                .block();
        return GraphQlContender.json(Objects.requireNonNull(response).getExecutionResult());
    }
}
