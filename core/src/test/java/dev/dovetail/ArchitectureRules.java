package dev.dovetail;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.lang.reflect.Proxy;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** The rules that hold in every module of the library. */
public final class ArchitectureRules {

    private static final Set<String> WAITING_METHODS = Set.of("join", "get");

    private static final Set<String> LOOK_UPS = Set.of(
            "forName",
            "getField",
            "getFields",
            "getMethod",
            "getMethods",
            "getRecordComponents",
            "getResource",
            "getResourceAsStream");

    /** Those that look into classes of the host's, which the host makes known, and those that are in the hints. */
    private static final Set<String> KNOWN_LOOK_UPS =
            Set.of("PropertyReader", "OutputFields", "JsonTrees", "Watchers", "JooqAsyncActions");

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

    /** Who looks up something else adds it to the hints for native images, META-INF/native-image, as well as here. */
    @ArchTest
    static final ArchRule native_images_know_what_is_looked_up = classes()
            .that(not(describe("look up what is known", ArchitectureRules::looksUpWhatIsKnown)))
            .should(new NotCall("methods that look up what a native image may lack", ArchitectureRules::looksUp));

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

    private static boolean looksUp(CodeUnitAccessTarget method) {
        return (method.getOwner().isEquivalentTo(Class.class) && LOOK_UPS.contains(method.getName()))
                || method.getOwner().isAssignableTo(ServiceLoader.class)
                || method.getOwner().isAssignableTo(Proxy.class);
    }

    private static boolean looksUpWhatIsKnown(JavaClass type) {
        return KNOWN_LOOK_UPS.stream().anyMatch(name -> type.getName().matches(".*\\." + name + "(\\$.*)?"));
    }

    private static boolean waits(CodeUnitAccessTarget method) {
        return method.getOwner().isAssignableTo(Future.class) && WAITING_METHODS.contains(method.getName());
    }
}
