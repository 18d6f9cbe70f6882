package dev.dovetail.examples.benchmarks.contender.spring;

import dev.dovetail.examples.benchmarks.contender.graphql.Documents;
import dev.dovetail.examples.benchmarks.contender.graphql.Schemas;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;

/** The beans that Spring Boot would create, and the controllers. */
@Configuration(proxyBeanMethods = false)
@Import({ActionsController.class, JoinsController.class, PostsController.class})
class SpringApplication {

    @Bean
    BatchLoaderRegistry batchLoaders() {
        return new DefaultBatchLoaderRegistry();
    }

    @Bean
    AnnotatedControllerConfigurer controllers() {
        return new AnnotatedControllerConfigurer();
    }

    @Bean
    ExecutionGraphQlService service(AnnotatedControllerConfigurer controllers, BatchLoaderRegistry loaders) {
        GraphQlSource source = GraphQlSource.schemaResourceBuilder()
                .schemaResources(new ClassPathResource("benchmarks.graphqls"))
                .configureRuntimeWiring(Schemas::withScalars)
                .configureRuntimeWiring(controllers)
                .configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(new Documents()))
                .build();
        DefaultExecutionGraphQlService service = new DefaultExecutionGraphQlService(source);
        service.addDataLoaderRegistrar(loaders);
        return service;
    }
}
