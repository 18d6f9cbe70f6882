package dev.dovetail.examples.quickstart.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;

/** Serves the page's files from the class path: the example's own, and GraphiQL's from its jars. */
final class StaticFiles implements HttpHandler {

    private static final Map<String, String> CONTENT_TYPES =
            Map.of("html", "text/html; charset=utf-8", "css", "text/css; charset=utf-8", "js", "text/javascript");

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String contentType = CONTENT_TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (path.equals("/")) {
            send(exchange, "page/index.html", "text/html; charset=utf-8");
        } else if (contentType == null || path.contains("..")) {
            Http.notFound(exchange);
        } else if (path.startsWith("/webjars/")) {
            send(exchange, "META-INF/resources" + path, contentType);
        } else {
            send(exchange, "page" + path, contentType);
        }
    }

    private static void send(HttpExchange exchange, String file, String contentType) throws IOException {
        byte[] content = ClassPath.bytes(file);
        if (content == null) {
            Http.notFound(exchange);
        } else {
            Http.send(exchange, 200, contentType, content);
        }
    }
}
