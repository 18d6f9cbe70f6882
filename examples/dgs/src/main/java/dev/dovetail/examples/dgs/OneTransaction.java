package dev.dovetail.examples.dgs;

import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.publisher.Mono;

/**
 * All that a mutation does, joins included, in one transaction: it is done as a whole, or not at all.
 *
 * <p>A data fetcher's {@code @Transactional} cannot do that: its transaction ends when the method returns, before the fields
 * below are fetched. This one begins before the execution, on the request's thread, which waits for the answer. Fields that
 * are fetched by other threads are not part of it.
 */
@Component
@ConditionalOnProperty("shop.one-transaction")
class OneTransaction implements WebGraphQlInterceptor {

    private final TransactionTemplate transactions;

    OneTransaction(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (!isMutation(request.getDocument())) {
            return chain.next(request);
        }
        return Mono.deferContextual(context -> Mono.fromCallable(
                () -> transactions.execute(status -> finish(chain.next(request).contextWrite(context), status))));
    }

    @SuppressWarnings("NullAway") // an answer has no data where nothing was done, though Spring does not say so
    private static WebGraphQlResponse finish(Mono<WebGraphQlResponse> execution, TransactionStatus status) {
        WebGraphQlResponse response = Objects.requireNonNull(execution.block());
        if (response.getErrors().isEmpty()) {
            return response;
        }
        status.setRollbackOnly();
        // The answer must not show what was undone.
        return response.transform(builder -> builder.data(null));
    }

    private static boolean isMutation(String document) {
        try {
            return Parser.parse(document).getDefinitionsOfType(OperationDefinition.class).stream()
                    .anyMatch(definition -> definition.getOperation() == Operation.MUTATION);
        } catch (InvalidSyntaxException e) {
            return false; // the answer will say where
        }
    }
}
