package dev.dovetail.webhook;

import dev.dovetail.definition.ActionCall;
import dev.dovetail.session.Session;
import graphql.language.AstPrinter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a webhook is sent. */
final class WebhookPayload {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private WebhookPayload() {}

    static byte[] of(ActionCall call) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put("action", Map.of("name", call.action()));
        payload.put("input", call.arguments());
        payload.put("session_variables", sessionVariables(call.session()));
        payload.put("request_query", requestQuery(call));
        return MAPPER.writeValueAsBytes(payload);
    }

    private static @Nullable String requestQuery(ActionCall call) {
        return call.delivery() == null ? AstPrinter.printAst(call.environment().getDocument()) : null;
    }

    /** The variables under the names that the host gave them; the role under the one that Hasura's handlers read. */
    private static Map<String, Object> sessionVariables(Session session) {
        Map<String, Object> variables = new LinkedHashMap<>();
        if (session.role() != null) {
            variables.put("x-hasura-role", session.role());
        }
        variables.putAll(session.variables());
        return variables;
    }
}
