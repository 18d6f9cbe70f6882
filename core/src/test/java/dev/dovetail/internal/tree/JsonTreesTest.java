package dev.dovetail.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

final class JsonTreesTest {

    private interface Parser {
        Object parse(String json) throws Exception;
    }

    static Stream<Parser> jacksons() {
        return Stream.of(JsonMapper.shared()::readTree, new ObjectMapper()::readTree);
    }

    @ParameterizedTest
    @MethodSource("jacksons")
    void plain_tree_isMapsListsAndScalars(Parser jackson) throws Exception {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("text", "x");
        expected.put("yes", true);
        expected.put("nothing", null);
        expected.put("int", 1);
        expected.put("long", 12345678901L);
        expected.put("big", new BigInteger("12345678901234567890"));
        expected.put("list", Arrays.asList(1, null, Map.of("a", List.of())));

        assertThat(JsonTrees.plain(jackson.parse("""
                        {"text": "x", "yes": true, "nothing": null, "int": 1, "long": 12345678901,
                         "big": 12345678901234567890, "list": [1, null, {"a": []}]}
                        """))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("jacksons")
    void plain_scalarTree_isTheScalar(Parser jackson) throws Exception {
        assertThat(JsonTrees.plain(jackson.parse("\"x\""))).isEqualTo("x");
        assertThat(JsonTrees.plain(jackson.parse("true"))).isEqualTo(true);
        assertThat(JsonTrees.plain(jackson.parse("7"))).isEqualTo(7);
        assertThat(JsonTrees.plain(jackson.parse("null"))).isNull();
        assertThat((BigDecimal) JsonTrees.plain(jackson.parse("1.5"))).isEqualByComparingTo("1.5");
        assertThat(JsonTrees.isTree(jackson.parse("null"))).isTrue();
    }

    @Test
    void plain_decimalNodes_keepEveryDigit() {
        BigDecimal exact = new BigDecimal("0.1234567890123456789012345678901234567890");

        assertThat((BigDecimal) JsonTrees.plain(JsonNodeFactory.instance.numberNode(exact)))
                .isEqualByComparingTo(exact);
        assertThat((BigDecimal) JsonTrees.plain(com.fasterxml.jackson.databind.node.DecimalNode.valueOf(exact)))
                .isEqualByComparingTo(exact);
    }

    @Test
    void plain_missingNodes_areNull() {
        assertThat(JsonTrees.plain(tools.jackson.databind.node.MissingNode.getInstance()))
                .isNull();
        assertThat(JsonTrees.plain(com.fasterxml.jackson.databind.node.MissingNode.getInstance()))
                .isNull();
    }

    @Test
    void plain_nodesDeepInMapsAndLists_areFound() {
        Map<String, Object> inner = new HashMap<>();
        inner.put("node", TextNode.valueOf("x"));
        inner.put("nothing", null);

        assertThat(JsonTrees.plain(Map.of("list", Arrays.asList(null, List.of(inner)), "other", 1)))
                .isEqualTo(Map.of("list", Arrays.asList(null, List.of(expected("x"))), "other", 1));
        assertThat(JsonTrees.plain(List.of(JsonNodeFactory.instance.stringNode("x"))))
                .isEqualTo(List.of("x"));
    }

    private static Map<String, Object> expected(String node) {
        Map<String, Object> expected = new HashMap<>();
        expected.put("node", node);
        expected.put("nothing", null);
        return expected;
    }

    @Test
    void plain_valueWithoutNodes_isItself() {
        Map<String, Object> map = Map.of("list", List.of(1, Map.of("a", 1)));
        Object other = new Object();

        assertThat(JsonTrees.plain(map)).isSameAs(map);
        assertThat(JsonTrees.plain(other)).isSameAs(other);
        assertThat(JsonTrees.plain(null)).isNull();
        assertThat(JsonTrees.isTree(map)).isFalse();
        assertThat(JsonTrees.isTree(null)).isFalse();
    }
}
