package dev.dovetail.internal.join;

import dev.dovetail.internal.listening.Place;
import dev.dovetail.session.Session;
import graphql.language.Field;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one field of a document is answered for one caller: by what plan, and what becomes of its rows.
 *
 * <p>Compared by identity: there is one for each selection and caller of a request.
 */
public final class FieldPlan {

    private final Plan plan;
    private final Asked asked;
    private final RowLayout layout;
    private final Answer answer;

    /**
     * @param asked what the plan was made of
     */
    FieldPlan(Plan plan, Asked asked, RowLayout layout, Answer answer) {
        this.plan = plan;
        this.asked = asked;
        this.layout = layout;
        this.answer = answer;
    }

    Plan plan() {
        return plan;
    }

    /** How the rows look. */
    RowLayout layout() {
        return layout;
    }

    /** Where the field is; null where nobody listens. */
    @Nullable
    Place place() {
        return asked.place();
    }

    /** A parent asks for so many keys. */
    void ask(int keys, DataFetchingEnvironment environment) {
        Place place = asked.place();
        if (place != null) {
            place.ask(keys, environment);
        }
    }

    /** What becomes of the rows of a key. */
    Answer answer() {
        return answer;
    }

    /**
     * Whether this is the plan of a field that the engine fetches. It is not where a data fetcher of the host's hands a row on
     * to another field, and where the caller has changed.
     */
    @SuppressWarnings("ReferenceEquality") // a context is one request's
    boolean isOf(Session session, DataFetchingEnvironment environment) {
        return isOf(environment.getMergedField().getFields())
                && plan.caller().context() == environment.getGraphQlContext()
                && plan.caller().session().equals(session);
    }

    /** Whether this is the plan of a field that is made of these fields of the document. */
    @SuppressWarnings("ReferenceEquality") // nodes of one document
    boolean isOf(List<Field> fields) {
        if (fields.size() != asked.fields().size()) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i) != asked.fields().get(i)) {
                return false;
            }
        }
        return true;
    }
}
