package dev.dovetail.examples.dgs;

import dev.dovetail.session.Session;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells Dovetail who calls: the role and the name that Spring Security knows.
 *
 * <p>And keeps what is bound to the request's thread in the context, where Spring's own service would have put it: DGS
 * waits for that service in a way that loses it.
 */
@Component
class Callers implements WebGraphQlInterceptor {

    private static final String ROLE = "ROLE_";

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Session session = session(SecurityContextHolder.getContext().getAuthentication());
        ContextSnapshot bound = ContextSnapshotFactory.builder().build().captureAll();
        request.configureExecutionInput((input, builder) -> {
            bound.updateContext(input.getGraphQLContext());
            return builder.graphQLContext(Map.of(Session.class, session)).build();
        });
        return chain.next(request);
    }

    private static Session session(@Nullable Authentication caller) {
        if (caller == null) {
            return Session.ANONYMOUS;
        }
        return caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(ROLE))
                .findFirst()
                .map(role -> Session.of(role.substring(ROLE.length()), Map.of("name", caller.getName())))
                .orElse(Session.ANONYMOUS);
    }
}
