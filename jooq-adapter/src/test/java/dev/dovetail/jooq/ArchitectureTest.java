package dev.dovetail.jooq;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.dovetail.ArchitectureRules;

@AnalyzeClasses(packages = "dev.dovetail.jooq", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchTests every_module = ArchTests.in(ArchitectureRules.class);
}
