package dev.dovetail.internal.access;

import graphql.execution.MergedField;
import graphql.language.SourceLocation;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.schema.SelectedField;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field that a request selects, with skipped fields left out and fragments resolved. */
interface Selection {

    /** The object types that the field may be selected on. */
    Collection<String> objectTypes();

    /** The field's name. */
    String name();

    /** The field's name or alias in the answer. */
    String key();

    /** Where the request has it; null when that is not known. */
    @Nullable
    SourceLocation location();

    /** What is selected of its value. */
    List<? extends Selection> below();

    /** A field of an operation. */
    record OfOperation(ExecutableNormalizedOperation operation, ExecutableNormalizedField field) implements Selection {

        static List<OfOperation> all(ExecutableNormalizedOperation operation, List<ExecutableNormalizedField> fields) {
            return fields.stream()
                    .map(field -> new OfOperation(operation, field))
                    .toList();
        }

        @Override
        public Collection<String> objectTypes() {
            return field.getObjectTypeNames();
        }

        @Override
        public String name() {
            return field.getName();
        }

        @Override
        public String key() {
            return field.getResultKey();
        }

        @Override
        public @Nullable SourceLocation location() {
            MergedField merged = operation.getMergedField(field);
            return merged == null ? null : merged.getSingleField().getSourceLocation();
        }

        @Override
        public List<OfOperation> below() {
            return all(operation, field.getChildren());
        }
    }

    /** A field below one that is being fetched. */
    record OfField(SelectedField field) implements Selection {

        static List<OfField> all(List<SelectedField> fields) {
            return fields.stream().map(OfField::new).toList();
        }

        @Override
        public Collection<String> objectTypes() {
            return field.getObjectTypeNames();
        }

        @Override
        public String name() {
            return field.getName();
        }

        @Override
        public String key() {
            return field.getResultKey();
        }

        @Override
        public @Nullable SourceLocation location() {
            return null;
        }

        @Override
        public List<OfField> below() {
            return all(field.getSelectionSet().getImmediateFields());
        }
    }
}
