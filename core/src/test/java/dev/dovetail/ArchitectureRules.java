package dev.dovetail;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** The rules that hold in every module of the library. */
public final class ArchitectureRules {

    private static final Set<String> WAITING_METHODS = Set.of("join", "get");

    @ArchTest
    static final ArchRule packages_form_no_cycles =
            slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule every_package_is_null_marked = classes().should(new ResideInANullMarkedPackage());

    @ArchTest
    static final ArchRule nothing_internal_of_graphql_java_is_used = classes().should(new UseNothingInternal());

    @ArchTest
    static final ArchRule asynchronous_work_names_its_executor = classes()
            .should(new NotCall(
                    "methods that run on the common pool for want of an executor",
                    ArchitectureRules::runsOnTheCommonPool));

    @ArchTest
    static final ArchRule no_thread_waits_for_a_future =
            classes().should(new NotCall("methods that wait for a future", ArchitectureRules::waits));

    @ArchTest
    static final ArchRule public_concrete_classes_are_final = classes()
            .that()
            .arePublic()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .doNotHaveModifier(ABSTRACT)
            .and()
            .areNotAssignableTo(Throwable.class)
            .should()
            .haveModifier(FINAL);

    @ArchTest
    static final ArchRule nothing_is_printed = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    private ArchitectureRules() {}

    private static boolean runsOnTheCommonPool(CodeUnitAccessTarget method) {
        return method.getOwner().isAssignableTo(CompletionStage.class)
                && (method.getName().endsWith("Async") || method.getName().equals("delayedExecutor"))
                && method.getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(Executor.class));
    }

    private static boolean waits(CodeUnitAccessTarget method) {
        return method.getOwner().isAssignableTo(Future.class) && WAITING_METHODS.contains(method.getName());
    }
}
