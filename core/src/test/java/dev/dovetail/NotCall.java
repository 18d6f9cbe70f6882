package dev.dovetail;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Met by classes that neither call nor refer to ({@code Type::method}) certain methods. */
final class NotCall extends ArchCondition<JavaClass> {

    private final Predicate<CodeUnitAccessTarget> methods;

    NotCall(String description, Predicate<CodeUnitAccessTarget> methods) {
        super("not call " + description);
        this.methods = methods;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getAccessesFromSelf().stream()
                .filter(access -> access.getTarget() instanceof CodeUnitAccessTarget target && methods.test(target))
                .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
    }
}
