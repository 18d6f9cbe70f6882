package dev.dovetail.internal.key.hidden;

import java.util.List;

/** Objects whose classes no other package can see, each with an id. */
public final class HiddenObjects {

    private HiddenObjects() {}

    private static class Bean {
        public String getId() {
            return "id";
        }
    }

    private static final class InheritingBean extends Bean {}

    private static class WithField {
        public final String id = "id";
    }

    private static final class InheritingField extends WithField {}

    private record Component(String id) {}

    /** One of each form. */
    public static List<Object> all() {
        record Local(String id) {}
        return List.of(
                new Bean(),
                new InheritingBean(),
                new Bean() {},
                new WithField(),
                new InheritingField(),
                new Component("id"),
                new Local("id"));
    }
}
