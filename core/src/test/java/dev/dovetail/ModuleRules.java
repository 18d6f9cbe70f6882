package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What holds for each published module: {@code final class ModuleTest extends ModuleRules}. */
public abstract class ModuleRules {

    private final ModuleDescriptor module = ModuleFinder.of(Path.of("target", "classes")).findAll().stream()
            .map(ModuleReference::descriptor)
            .findFirst()
            .orElseThrow();

    @Test
    void exports_all_areAllPackagesButInternalOnes() {
        assertThat(module.isAutomatic()).isFalse();
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
