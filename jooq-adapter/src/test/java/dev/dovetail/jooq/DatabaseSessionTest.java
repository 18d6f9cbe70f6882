package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a database session may be. */
final class DatabaseSessionTest {

    @Test
    void session_changed_leavesTheFirstAsItWas() {
        DatabaseSession first = DatabaseSession.NONE.setting("app.tenant", 1).role("reader");
        DatabaseSession second = first.setting("app.tenant", 2).setting("app.user", null);

        assertThat(first.all()).hasToString("{app.tenant=1, role=reader}");
        assertThat(second.all()).hasToString("{app.tenant=2, app.user=, role=reader}");
        assertThat(DatabaseSession.NONE.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "", "a\0b"})
    void role_thatWouldBeNone_isRefused(String role) {
        assertThatThrownBy(() -> DatabaseSession.NONE.role(role)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"role", "ROLE", "Session_Authorization", "a\0b"})
    void setting_thatIsARole_isRefused(String name) {
        assertThatThrownBy(() -> DatabaseSession.NONE.setting(name, "postgres"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void value_withNul_isRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> DatabaseSession.NONE.setting("app.tenant", "s3cret\0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void text_showsNoValues() {
        assertThat(DatabaseSession.NONE.role("s3cret").setting("app.tenant", "s3cret"))
                .hasToString("DatabaseSession[app.tenant]");
    }
}
