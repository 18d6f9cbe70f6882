package dev.dovetail.examples.springboot;

import dev.dovetail.session.Session;
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

/** Tells Dovetail who calls: the role and the name that Spring Security knows. */
@Component
class Callers implements WebGraphQlInterceptor {

    private static final String ROLE = "ROLE_";

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Session session = session(SecurityContextHolder.getContext().getAuthentication());
        request.configureExecutionInput((input, builder) ->
                builder.graphQLContext(Map.of(Session.class, session)).build());
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
