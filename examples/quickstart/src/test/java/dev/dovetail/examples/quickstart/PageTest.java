package dev.dovetail.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.quickstart.web.ReadyQueries;
import dev.dovetail.examples.quickstart.web.ReadyQuery;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The page works offline: whatever it refers to comes from this server. */
final class PageTest {

    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @Test
    void page_scriptsAndStyles_areServedLocally() throws Exception {
        List<String> references = references(RunningQuickstart.get("/").body());

        assertThat(references)
                .contains("/page.js", "/page.css", "/waterfall.js", "/waterfall.css")
                .anyMatch(path -> path.endsWith("/graphiql.min.js"))
                .anyMatch(path -> path.endsWith("/graphiql.min.css"))
                .anyMatch(path -> path.endsWith("/react.production.min.js"))
                .anyMatch(path -> path.endsWith("/react-dom.production.min.js"));
        for (String path : references) {
            HttpResponse<String> file = RunningQuickstart.get(path);
            assertThat(file.statusCode()).as(path).isEqualTo(200);
            assertThat(file.body()).as(path).isNotBlank();
            assertThat(file.headers().firstValue("Content-Type"))
                    .as(path)
                    .hasValueSatisfying(type ->
                            assertThat(type).startsWith(path.endsWith(".css") ? "text/css" : "text/javascript"));
        }
    }

    @Test
    void page_otherHosts_neitherNamedNorAllowed() throws Exception {
        HttpResponse<String> page = RunningQuickstart.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        for (String file : List.of("/", "/page.js", "/page.css", "/waterfall.js", "/waterfall.css")) {
            assertThat(RunningQuickstart.get(file).body()).as(file).doesNotContain("http:", "https:", "\"//", "url(//");
        }
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).startsWith("default-src 'self';").doesNotContain("http"));
    }

    @Test
    void waterfall_whatTheServerTells_isTextAndNeverMarkup() throws Exception {
        assertThat(RunningQuickstart.get("/waterfall.js").body())
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write");
    }

    @Test
    void queries_asThePageLoadsThem_areTheReadyOnes() throws Exception {
        HttpResponse<String> queries = RunningQuickstart.get("/queries.json");

        assertThat(JsonMapper.shared().readValue(queries.body(), ReadyQuery[].class))
                .containsExactlyElementsOf(ReadyQueries.all());
    }

    @Test
    void otherPaths_notFound() throws Exception {
        assertThat(RunningQuickstart.get("/nothing.js").statusCode()).isEqualTo(404);
        assertThat(RunningQuickstart.get("/shop.sql").statusCode()).isEqualTo(404);
        assertThat(RunningQuickstart.get("/webjars/..%2f..%2f..%2fpage/page.js").statusCode())
                .isEqualTo(404);
    }

    @Test
    void graphql_notAJsonPost_refused() throws Exception {
        assertThat(RunningQuickstart.get("/graphql").statusCode()).isEqualTo(405);
        assertThat(RunningQuickstart.post("text/plain", "{\"query\":\"{ shop }\"}")
                        .statusCode())
                .isEqualTo(415);
        assertThat(RunningQuickstart.post("application/json", "{ shop }").statusCode())
                .isEqualTo(400);
        assertThat(RunningQuickstart.post("application/json", "{}").statusCode())
                .isEqualTo(400);
    }

    private static List<String> references(String html) {
        return REFERENCE
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .filter(reference -> !reference.startsWith("data:"))
                .toList();
    }
}
