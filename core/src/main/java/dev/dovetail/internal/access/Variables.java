package dev.dovetail.internal.access;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.key.Operands;
import dev.dovetail.session.Session;
import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Operator;
import java.util.List;

/**
 * The session variables of one caller, as one rule reads them.
 *
 * @param rule what messages call the rule
 */
public record Variables(Session session, String rule) {

    /** What the variable's value is to an operator. */
    public Object operand(String variable, Column column, Operator operator) {
        Object operand = Operands.coerce(value(variable), column, operator);
        if (operand == null) {
            throw new FieldFailure(
                    ErrorCode.ACCESS_DENIED,
                    "Session variable '" + variable + "' has a value that cannot be used by " + rule);
        }
        return operand;
    }

    /** The variable's value. */
    public Object value(String variable) {
        Object value = session.variable(variable);
        if (value == null) {
            throw new FieldFailure(
                    ErrorCode.SESSION_VARIABLE_MISSING,
                    "The session has no variable '" + variable + "', needed by " + rule);
        }
        return value;
    }

    public List<Filter> filters(List<RowCondition> conditions) {
        return conditions.stream().map(condition -> condition.filter(this)).toList();
    }
}
