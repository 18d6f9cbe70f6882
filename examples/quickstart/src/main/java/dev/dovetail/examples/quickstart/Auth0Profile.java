package dev.dovetail.examples.quickstart;

import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Objects;

/** The host's own field {@code User.auth0_profile}: an ordinary data fetcher that reads the row Dovetail has joined. */
record Auth0Profile(String provider, String account) {

    static Auth0Profile ofUser(DataFetchingEnvironment environment) {
        Map<String, String> user = Objects.requireNonNull(environment.getSource());
        String[] parts = Objects.requireNonNull(user.get("auth0_id")).split("\\|", 2);
        return new Auth0Profile(parts[0], parts[1]);
    }
}
