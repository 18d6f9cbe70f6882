package dev.dovetail.examples.quickstart;

import dev.dovetail.definition.RemoteBatch;
import dev.dovetail.definition.RemoteLoader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The relationship {@code User.auth0_profile}: asks a REST service for the profiles of many accounts at once. */
record Auth0Profiles(HttpClient client, URI service) implements RemoteLoader {

    private static final JsonMapper JSON = JsonMapper.shared();

    record Auth0Profile(String provider, String account) {}

    @Override
    public Map<String, Auth0Profile> load(RemoteBatch batch) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(batch.keys())))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("Status " + response.statusCode() + " of " + service);
        }
        return JSON.readValue(response.body(), new TypeReference<>() {});
    }
}
