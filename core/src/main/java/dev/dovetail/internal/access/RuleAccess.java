package dev.dovetail.internal.access;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.session.Session;
import dev.dovetail.table.TableName;
import graphql.GraphQLContext;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access rules that the host declared for a table. Who has no rule may read nothing.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class RuleAccess implements TableAccess {

    private static final Logger LOG = LoggerFactory.getLogger(RuleAccess.class);

    private final TableName table;
    private final Map<String, Rule> rules;
    private final @Nullable Rule everyone;

    /**
     * @param rules by the role that each is for
     * @param everyone for callers whose role has no rule, or null
     */
    public RuleAccess(TableName table, Map<String, Rule> rules, @Nullable Rule everyone) {
        this.table = table;
        this.rules = Map.copyOf(rules);
        this.everyone = everyone;
    }

    @Override
    public Grant grant(Session session, GraphQLContext context) {
        Rule rule = rule(session);
        if (rule == null) {
            String who = session.role() == null ? "A caller without a role" : "Role '" + session.role() + "'";
            throw new FieldFailure(
                    ErrorCode.ACCESS_DENIED, who + " may not read table " + table + ", by its access rules");
        }
        try {
            return rule.grant(session, context);
        } catch (FieldFailure failure) {
            throw failure;
        } catch (RuntimeException e) {
            LOG.error("{} failed", rule.name(), e);
            throw new FieldFailure(ErrorCode.ACCESS_DENIED, "Table " + table + " may not be read: its rule failed");
        }
    }

    @Override
    public boolean readsSession() {
        return Stream.concat(rules.values().stream(), Stream.ofNullable(everyone))
                .anyMatch(Rule::readsSession);
    }

    @Override
    public void checkSession(Session session) {
        Rule rule = rule(session);
        if (rule != null) {
            rule.rows(session);
        }
    }

    private @Nullable Rule rule(Session session) {
        Rule own = session.role() == null ? null : rules.get(session.role());
        return own != null ? own : everyone;
    }
}
