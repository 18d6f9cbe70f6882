package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ModuleTest {

    private final ModuleDescriptor module = ModuleFinder.of(Path.of("target", "classes"))
            .find("dev.dovetail")
            .orElseThrow()
            .descriptor();

    @Test
    void exports_all_areAllPackagesButInternalOnes() {
        assertThat(module.exports())
                .extracting(Exports::source)
                .containsExactlyInAnyOrderElementsOf(module.packages().stream()
                        .filter(name -> !name.contains(".internal"))
                        .toList());
    }

    @Test
    void exports_all_areForEverybody() {
        assertThat(module.exports()).noneMatch(Exports::isQualified);
        assertThat(module.opens()).isEmpty();
    }
}
