package dev.dovetail.internal.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.key.hidden.HiddenObjects;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

final class PropertyReaderTest {

    private record Output(String id, boolean active) {}

    private static class Bean {
        public String getId() {
            return "bean";
        }

        public boolean isActive() {
            return true;
        }
    }

    private static final class Inheriting extends Bean {}

    private interface WithId {
        default String getId() {
            return "default";
        }
    }

    private static final class Implementing implements WithId {}

    public static final class PublicField {
        public String id = "field";
    }

    private static final class Fluent {
        public String id() {
            return "fluent";
        }
    }

    private static final class Throwing {
        public String getId() {
            throw new IllegalStateException("secret detail");
        }
    }

    @SuppressWarnings("unused") // nothing reads it, which is the point
    private static final class Unreadable {
        private String id = "private";

        public static String getId() {
            return "static";
        }

        public void id() {}
    }

    @Test
    void map_entry_isReadAndAbsentIsNull() {
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("id", null);

        assertThat(id(Map.of("id", 7))).isEqualTo(7);
        assertThat(id(withNull)).isNull();
        assertThat(id(Map.of("name", "x"))).isNull();
    }

    @Test
    void objects_ofEveryForm_areRead() {
        record Local(String id) {}

        assertThat(id(new Output("record", true))).isEqualTo("record");
        assertThat(id(new Local("local"))).isEqualTo("local");
        assertThat(id(new Bean())).isEqualTo("bean");
        assertThat(id(new Inheriting())).isEqualTo("bean");
        assertThat(id(new Implementing())).isEqualTo("default");
        assertThat(id(new Bean() {})).isEqualTo("bean");
        assertThat(id(new Fluent())).isEqualTo("fluent");
        assertThat(id(new PublicField())).isEqualTo("field");
    }

    @Test
    void objects_ofClassesHiddenInAnotherPackage_areRead() {
        assertThat(HiddenObjects.all())
                .allSatisfy(source -> assertThat(id(source)).isEqualTo("id"));
    }

    @Test
    void booleanProperty_isReadFromIsMethodAndComponent() {
        PropertyReader active = new PropertyReader("active");

        assertThat(active.read(new Bean())).isEqualTo(true);
        assertThat(active.read(new Output("id", true))).isEqualTo(true);
    }

    @Test
    void oneReader_readsObjectsOfDifferentClasses() {
        PropertyReader reader = new PropertyReader("id");

        assertThat(List.of(new Bean(), new Output("record", true), Map.of("id", 1), new Bean()))
                .extracting(reader::read)
                .containsExactly("bean", "record", 1, "bean");
    }

    @Test
    void trees_ofBothJacksons_areRead() throws Exception {
        String json = "{\"id\": 12345678901234567890, \"price\": 1.10, \"nothing\": null, \"name\": \"x\"}";
        Object jackson3 = JsonMapper.shared().readTree(json);
        Object jackson2 = new ObjectMapper().readTree(json);

        for (Object tree : List.of(jackson3, jackson2)) {
            assertThat(id(tree)).isEqualTo(new BigInteger("12345678901234567890"));
            assertThat(new PropertyReader("name").read(tree)).isEqualTo("x");
            assertThat(new PropertyReader("nothing").read(tree)).isNull();
            assertThat(new PropertyReader("absent").read(tree)).isNull();
            assertThat((BigDecimal) new PropertyReader("price").read(tree)).isEqualByComparingTo("1.1");
        }
    }

    @Test
    void nodes_inMapsAndBeans_arePlain() {
        JsonNode node = JsonNodeFactory.instance.stringNode("x");
        record Holder(JsonNode id) {}

        assertThat(id(Map.of("id", node))).isEqualTo("x");
        assertThat(id(new Holder(node))).isEqualTo("x");
        assertThat(id(Map.of("id", TextNode.valueOf("y")))).isEqualTo("y");
    }

    @Test
    void missingProperty_isUnreadable() {
        assertThat(unreadable("missing", new Bean())).isEqualTo("join-key-unreadable");
        assertThat(unreadable("id", new Unreadable())).isEqualTo("join-key-unreadable");
        assertThat(unreadable("id", "just text")).isEqualTo("join-key-unreadable");
        assertThat(unreadable("id", 7)).isEqualTo("join-key-unreadable");
    }

    @Test
    void throwingGetter_isUnreadableAndKeepsItsCauseFromTheClient() {
        FieldFailure failure =
                catchThrowableOfType(FieldFailure.class, () -> new PropertyReader("id").read(new Throwing()));

        assertThat(failure.getExtensions()).containsEntry("code", "join-key-unreadable");
        assertThat(failure).hasMessage("The object that is joined has no readable property 'id'");
        assertThat(failure.getCause()).hasMessage("secret detail");
    }

    private static Object id(Object source) {
        return new PropertyReader("id").read(source);
    }

    private static Object unreadable(String property, Object source) {
        return catchThrowableOfType(FieldFailure.class, () -> new PropertyReader(property).read(source))
                .getExtensions()
                .get("code");
    }
}
