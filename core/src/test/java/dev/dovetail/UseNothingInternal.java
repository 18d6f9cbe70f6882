package dev.dovetail;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Met by classes that use neither types nor members which graphql-java or java-dataloader call internal. */
final class UseNothingInternal extends ArchCondition<JavaClass> {

    private static final List<String> ANNOTATIONS = List.of("graphql.Internal", "org.dataloader.annotations.Internal");

    UseNothingInternal() {
        super("use nothing that is @Internal in graphql-java or java-dataloader");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isInternalType(dependency.getTargetClass()))
                .map(Dependency::getDescription)
                .forEach(description -> events.add(SimpleConditionEvent.violated(type, description)));
        type.getAccessesFromSelf().stream()
                .filter(access -> access.getTarget().resolveMember().stream().anyMatch(UseNothingInternal::isInternal))
                .map(JavaAccess::getDescription)
                .forEach(description -> events.add(SimpleConditionEvent.violated(type, description)));
    }

    private static boolean isInternalType(JavaClass type) {
        return Stream.iterate(
                        Optional.of(type.getBaseComponentType()),
                        Optional::isPresent,
                        nested -> nested.flatMap(JavaClass::getEnclosingClass))
                .flatMap(Optional::stream)
                .anyMatch(UseNothingInternal::isInternal);
    }

    private static boolean isInternal(CanBeAnnotated element) {
        return ANNOTATIONS.stream().anyMatch(element::isAnnotatedWith);
    }
}
