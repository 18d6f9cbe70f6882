package dev.dovetail.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.client.RestClient;

/** The page needs nothing that the application does not serve. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(SqlRecorder.class)
@Timeout(60)
final class GraphiQlTest {

    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"(?!data:)([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Test
    void page_allThatItLinks_isServedHere() {
        RestClient client = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeaders(headers -> headers.setBasicAuth("Arya", "Arya"))
                .build();

        String page = get(client, "/graphiql?path=/graphql");
        List<String> links = LINK.matcher(page)
                .results()
                .map((MatchResult link) -> link.group(1))
                .toList();

        assertThat(page).contains("GraphiQL.createFetcher").doesNotContain("://");
        assertThat(links)
                .contains("/waterfall.js", "/waterfall.css")
                .hasSize(6)
                .allSatisfy(link -> assertThat(get(client, link)).hasSizeGreaterThan(1000));
    }

    private static String get(RestClient client, String path) {
        return client.get().uri(path).retrieve().body(String.class);
    }
}
