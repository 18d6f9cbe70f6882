package dev.dovetail.internal.join;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a document, in the order in which the engine merges them, those included that are skipped or for other types.
 *
 * @param fragments of the document, by their names
 */
record AstFields(Map<String, FragmentDefinition> fragments) {

    /** The fields with this name below others. */
    List<Field> named(List<Field> fields, String name) {
        return below(fields, field -> field.getName().equals(name));
    }

    /** The fields that have this name in the answer, below others. */
    List<Field> answering(List<Field> fields, String name) {
        return below(fields, field -> field.getResultKey().equals(name));
    }

    private List<Field> below(List<Field> fields, Predicate<Field> wanted) {
        List<Field> found = new ArrayList<>();
        Set<String> visited = new HashSet<>();
        fields.forEach(field -> collect(field.getSelectionSet(), wanted, visited, found));
        return found;
    }

    private void collect(
            @Nullable SelectionSet selections, Predicate<Field> wanted, Set<String> visited, List<Field> found) {
        if (selections == null) {
            return;
        }
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                if (wanted.test(field)) {
                    found.add(field);
                }
            } else if (selection instanceof InlineFragment inline) {
                collect(inline.getSelectionSet(), wanted, visited, found);
            } else if (selection instanceof FragmentSpread spread && visited.add(spread.getName())) {
                FragmentDefinition fragment = fragments.get(spread.getName());
                collect(fragment == null ? null : fragment.getSelectionSet(), wanted, visited, found);
            }
        }
    }
}
