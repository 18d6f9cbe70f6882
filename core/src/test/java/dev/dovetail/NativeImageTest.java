package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The hints for native images. That nothing else is looked up is a rule of the architecture. */
final class NativeImageTest {

    private static final String HINTS = "META-INF/native-image/dev.dovetail/dovetail-core/reflect-config.json";

    @Test
    void reflection_eachHint_namesClassesThatThereAre() throws Exception {
        for (Map<String, Object> hint : hints()) {
            assertThat(type(hint.get("name"))).isNotNull();
            assertThat(hint.get("condition"))
                    .isInstanceOfSatisfying(
                            Map.class,
                            condition -> assertThat(type(condition.get("typeReachable")))
                                    .isNotNull());
        }
    }

    @Test
    void reflection_ofInstrumentation_isHinted() throws Exception {
        String instrumentation =
                Dovetail.builder().build().instrumentation().getClass().getName();

        assertThat(hints()).anySatisfy(hint -> assertThat(hint).containsEntry("name", instrumentation));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> hints() throws Exception {
        try (InputStream text = Dovetail.class.getClassLoader().getResourceAsStream(HINTS)) {
            return JsonMapper.shared().readValue(text, List.class);
        }
    }

    private static Class<?> type(Object name) {
        try {
            return Class.forName((String) name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
