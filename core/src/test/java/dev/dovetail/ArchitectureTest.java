package dev.dovetail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.dovetail", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchTests every_module = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule core_knows_no_database =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.jooq..", "java.sql..", "javax.sql..");
}
