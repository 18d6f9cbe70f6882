package dev.dovetail.definition;

import dev.dovetail.access.SessionVariable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who may call an action, with which arguments. An action without permissions may be called by everybody; one with
 * permissions only by the roles that have one.
 *
 * <pre>{@code
 * ActionDefinition.mutation("refund").permissions(
 *     ActionPermission.forRole("support").build(),
 *     ActionPermission.forRole("customer")
 *         .preset("userId", SessionVariable.of("user-id"))
 *         .when(call -> call.<Integer>argument("amount") <= 100)
 *         .requires(RequiredRow.in("public", "orders").from("orderId").to("id")
 *             .rows(RowFilter.column("user_id").eq(SessionVariable.of("user-id"))).build())
 *         .build())
 * }</pre>
 *
 * <p>Who may not call gets the error {@code access-denied}, and no part of the handler runs. The term is Hasura's, whose
 * permissions are of roles alone.
 *
 * <p><b>Thread-safety:</b> immutable; the builder is not thread-safe.
 */
public final class ActionPermission {

    private final @Nullable String role;
    private final Map<String, Object> presets;
    private final List<Predicate<ActionCall>> conditions;
    private final List<RequiredRow> requiredRows;

    private ActionPermission(Builder builder) {
        this.role = builder.role;
        this.presets = Collections.unmodifiableMap(new LinkedHashMap<>(builder.presets));
        this.conditions = List.copyOf(builder.conditions);
        this.requiredRows = List.copyOf(builder.requiredRows);
    }

    /** Begins a permission for the callers of a role. */
    public static Builder forRole(String role) {
        return new Builder(Objects.requireNonNull(role, "role"));
    }

    /** Begins a permission for every caller whose role has none of its own, those without a role included. */
    public static Builder forEveryone() {
        return new Builder(null);
    }

    /** The role, or null when the permission is for everyone whose role has none. */
    public @Nullable String role() {
        return role;
    }

    /** The arguments that the host sets, by their names: values, or {@link SessionVariable}s. */
    public Map<String, Object> presets() {
        return presets;
    }

    /** What must hold of a call, all of it. */
    public List<Predicate<ActionCall>> conditions() {
        return conditions;
    }

    /** The rows that must be there, all of them. */
    public List<RequiredRow> requiredRows() {
        return requiredRows;
    }

    /** What messages call the permission. */
    @Override
    public String toString() {
        return role == null ? "permission for everyone" : "permission for role '" + role + "'";
    }

    /** Builds an {@link ActionPermission}. What is wrong is reported when a schema is extended. Not thread-safe. */
    public static final class Builder {

        private final @Nullable String role;
        private final Map<String, Object> presets = new LinkedHashMap<>();
        private final List<Predicate<ActionCall>> conditions = new ArrayList<>();
        private final List<RequiredRow> requiredRows = new ArrayList<>();

        private Builder(@Nullable String role) {
            this.role = role;
        }

        /**
         * Sets an argument, whatever the client gives for it. Such an argument should be nullable in the schema, so that
         * clients may leave it out.
         */
        public Builder preset(String argument, Object value) {
            presets.put(
                    Objects.requireNonNull(argument, "argument"),
                    Objects.requireNonNull(value, "a null is what an argument has that nobody gives"));
            return this;
        }

        /**
         * Sets an argument to a variable of the caller's session, converted to the argument's type. A caller whose
         * session lacks it is refused with {@code session-variable-missing}.
         */
        public Builder preset(String argument, SessionVariable variable) {
            return preset(argument, (Object) variable);
        }

        /**
         * Lets only calls pass for which this holds, with presets in their arguments; said again, all must hold. A
         * condition that throws refuses the call.
         */
        public Builder when(Predicate<ActionCall> condition) {
            conditions.add(Objects.requireNonNull(condition, "condition"));
            return this;
        }

        /** Lets only calls pass for which there is such a row; said again, there must be each. */
        public Builder requires(RequiredRow row) {
            requiredRows.add(Objects.requireNonNull(row, "row"));
            return this;
        }

        /** The permission. */
        public ActionPermission build() {
            return new ActionPermission(this);
        }
    }
}
