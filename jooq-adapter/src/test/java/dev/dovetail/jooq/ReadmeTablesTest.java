package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.DovetailBuilder;
import dev.dovetail.async.AsyncActionWorker;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.AsyncPolicy;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.webhook.Webhook;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README lists is what there is: options, packages, error codes, versions. */
final class ReadmeTablesTest {

    private final Readme readme = new Readme();

    private static Map<String, List<Class<?>>> builders() {
        return Map.of(
                "on `Dovetail.builder()`", List.of(DovetailBuilder.class),
                "on the builder of jOOQ's tables", List.of(JooqTableSource.Builder.class),
                "on relationships", List.of(ObjectRelationship.Builder.class, ArrayRelationship.Builder.class),
                "on webhooks", List.of(Webhook.Builder.class),
                "on policies of asynchronous actions", List.of(AsyncPolicy.Builder.class),
                "on workers of asynchronous actions", List.of(AsyncActionWorker.Builder.class));
    }

    /** What is declared is no option. */
    @Test
    void options_areThoseThatThereAre() {
        List<String> declarations = List.of(
                "tables",
                "action",
                "types",
                "scalar",
                "table",
                "relationship",
                "catalog",
                "build",
                "start",
                "on",
                "references",
                "from",
                "to");

        builders()
                .forEach((table, builders) -> assertThat(
                                readme.section("All options").table(table).firstCells())
                        .map(option -> option.replaceAll("\\W", ""))
                        .as(table)
                        .containsExactlyInAnyOrderElementsOf(builders.stream()
                                .flatMap(builder -> Stream.of(builder.getMethods()))
                                .filter(method -> method.getDeclaringClass() != Object.class)
                                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                                .map(Method::getName)
                                .filter(name -> !declarations.contains(name))
                                .distinct()
                                .toList()));
    }

    @Test
    void packages_haveWhatIsSaid() {
        List<String> rows =
                readme.section("Use it").table("package").text().lines().skip(2).toList();

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            List<String> packages = Readme.codes(row.split("\\|")[1]);
            assertThat(Readme.codes(row.split("\\|")[2]).stream().filter(name -> !name.startsWith("…")))
                    .isNotEmpty()
                    .allMatch(name -> packages.stream().anyMatch(in -> isPublic(in + "." + name)));
        });
    }

    private static boolean isPublic(String className) {
        try {
            return Modifier.isPublic(Class.forName(className, false, ReadmeTablesTest.class.getClassLoader())
                    .getModifiers());
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Test
    void errorCodes_areThoseThatThereAre() {
        Readme codes = readme.section("Error codes");

        assertThat(codes.firstCells())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ErrorCode.values()).map(ErrorCode::code).toList());
        assertThat(codes.firstCells())
                .allSatisfy(code -> assertThat(codes.text()).contains("| <a id=\"" + code + "\"></a>`" + code + "` |"));
    }

    @Test
    void coordinates_areThoseOfTheBuild() {
        assertThat(readme.block("xml")).contains("<version>" + Readme.projectVersion() + "</version>");
    }
}
