package dev.dovetail.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SessionTest {

    @Test
    void equality_isByRoleAndVariables() {
        Session session = Session.of("user", Map.of("user-id", 7, "teams", List.of(1, 2)));

        assertThat(session)
                .isEqualTo(Session.of("user", Map.of("teams", List.of(1, 2), "user-id", 7)))
                .hasSameHashCodeAs(Session.of("user", Map.of("teams", List.of(1, 2), "user-id", 7)))
                .isNotEqualTo(Session.of("admin", session.variables()))
                .isNotEqualTo(Session.of(null, session.variables()))
                .isNotEqualTo(Session.of("user", Map.of("user-id", 8, "teams", List.of(1, 2))))
                .isNotEqualTo(Session.of("user", Map.of()));
        assertThat(Session.of(null, Map.of())).isEqualTo(Session.ANONYMOUS);
    }

    @Test
    void variables_withoutValue_areLeftOut() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("user-id", 7);
        variables.put("team", null);

        Session session = Session.of("user", variables);

        assertThat(session.variables()).isEqualTo(Map.of("user-id", 7));
        assertThat(session.variable("user-id")).isEqualTo(7);
        assertThat(session.variable("team")).isNull();
        assertThat(session).isEqualTo(Session.of("user", Map.of("user-id", 7)));
    }

    @Test
    void variables_changedLater_doNotChangeTheSession() {
        Map<String, Object> variables = new HashMap<>(Map.of("user-id", 7));
        Session session = Session.of("user", variables);

        variables.put("user-id", 8);

        assertThat(session.variable("user-id")).isEqualTo(7);
    }

    @Test
    void toString_namesVariablesButHidesTheirValues() {
        assertThat(Session.of("user", Map.of("token", "s3cret"))).hasToString("Session[role=user, variables=[token]]");
    }
}
