package dev.dovetail.examples.dgs;

import static java.util.concurrent.CompletableFuture.completedFuture;

import graphql.ExecutionResult;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All that a mutation does, joins included, in one transaction: it is done as a whole, or not at all.
 *
 * <p>A data fetcher's {@code @Transactional} cannot do that: its transaction ends when the method returns, before the fields
 * below are fetched. This one spans the execution, on the request's thread, which waits for the answer. Fields that are
 * fetched by other threads are not part of it. DGS takes the strategy of mutations from a bean with this qualifier.
 */
@Component
@Qualifier("mutation")
@ConditionalOnProperty("shop.one-transaction")
class OneTransaction extends AsyncSerialExecutionStrategy {

    private final TransactionTemplate transactions;

    OneTransaction(DataFetcherExceptionHandler failures, PlatformTransactionManager manager) {
        super(failures);
        this.transactions = new TransactionTemplate(manager);
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        ExecutionResult result = transactions.execute(status -> {
            ExecutionResult executed = super.execute(context, parameters).join();
            if (!executed.getErrors().isEmpty()) {
                status.setRollbackOnly();
            }
            return executed;
        });
        // The answer must not show what was undone.
        return completedFuture(
                Objects.requireNonNull(result).getErrors().isEmpty()
                        ? result
                        : result.transform(answer -> answer.data(null)));
    }
}
