package dev.dovetail.hasura;

import dev.dovetail.DovetailBuilder;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.definition.AsyncPolicy;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableSource;
import dev.dovetail.webhook.ClientHeaders;
import dev.dovetail.webhook.Webhook;
import graphql.schema.GraphQLScalarType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a Hasura project, as definitions of Dovetail's: actions with their webhooks and permissions, custom
 * types, their relationships, and the tables that these lead to with their relationships and select permissions.
 *
 * <pre>{@code
 * Dovetail dovetail = HasuraMetadata.ofProject(Path.of("hasura/metadata"))
 *     .database(JooqTableSource.of(dsl))
 *     .addTo(Dovetail.builder())
 *     .session(context -> HasuraSession.of(context.get("claims")))
 *     .build();
 * }</pre>
 *
 * <p>What is not taken over is in the {@linkplain #report() report}. A permission that cannot be expressed gives its role
 * no access; as in Hasura, the role {@code admin} may call every action and read every table, and nobody else without a
 * permission. Where an object relationship matches several rows, Hasura takes any of them; here it is the error {@code
 * relationship-ambiguous}.
 *
 * <p><b>Thread-safety:</b> immutable. Methods that say more of the import return another one. Documents are read at the
 * first question; from then on the answers stay the same. The methods that answer throw a {@link ConfigurationException}
 * if a document has not the form of metadata (with the file and the place), or where handlers need variables of the
 * environment that are not set (with all of them).
 */
public final class HasuraMetadata {

    private final List<Document> documents;
    private final Settings settings;
    private final AtomicReference<@Nullable Import> result = new AtomicReference<>();

    private HasuraMetadata(List<Document> documents, Settings settings) {
        this.documents = documents;
        this.settings = settings;
    }

    /**
     * The metadata directory of a project of Hasura's CLI, config version 2 or 3. Needs the optional dependency {@code
     * tools.jackson.dataformat:jackson-dataformat-yaml}.
     *
     * @throws ConfigurationException if a file cannot be read or parsed
     * @throws IllegalStateException if the dependency is missing
     */
    public static HasuraMetadata ofProject(Path directory) {
        return new HasuraMetadata(List.of(new Project(directory).read()), Settings.NONE);
    }

    /**
     * Metadata in JSON: commands such as {@code set_custom_types}, {@code create_action} and {@code bulk}, or exported
     * metadata of version 2 or 3. Of several, each adds to those before it.
     *
     * @throws ConfigurationException if a text is no JSON
     */
    public static HasuraMetadata ofJson(String... texts) {
        List<Document> documents = new ArrayList<>();
        for (String text : texts) {
            String name = texts.length == 1 ? "JSON" : "JSON " + (documents.size() + 1);
            documents.add(new Document(name, Trees.json(name, text), null));
        }
        return new HasuraMetadata(List.copyOf(documents), Settings.NONE);
    }

    /**
     * Metadata in a file of JSON, as {@link #ofJson(String...)}.
     *
     * @throws ConfigurationException if the file cannot be read or parsed
     */
    public static HasuraMetadata ofJson(Path file) {
        try {
            String text = Files.readString(file);
            return new HasuraMetadata(
                    List.of(new Document(file.toString(), Trees.json(file.toString(), text), null)), Settings.NONE);
        } catch (IOException e) {
            throw new ConfigurationException(List.of(file + ": it cannot be read"));
        }
    }

    /** The variables that handlers' addresses and headers name; the process's own by default. */
    public HasuraMetadata environment(Function<String, @Nullable String> variables) {
        return with(settings.withEnvironment(Objects.requireNonNull(variables, "variables")));
    }

    /** Where the headers of the client's request are, for the actions that forward them. */
    public HasuraMetadata clientHeaders(ClientHeaders source) {
        return with(settings.withClientHeaders(Objects.requireNonNull(source, "source")));
    }

    /** Answers an action in this process, instead of by its webhook. */
    public HasuraMetadata handler(String action, ActionHandler handler) {
        return with(settings.withHandler(action, Objects.requireNonNull(handler, "handler")));
    }

    /** Says more of the webhook of an action: transforms, policies, the size of answers. */
    public HasuraMetadata webhook(String action, UnaryOperator<Webhook.Builder> change) {
        return with(settings.withWebhook(action, Objects.requireNonNull(change, "change")));
    }

    /**
     * Takes asynchronous actions over, delivered in this way; the host then needs a store,
     * {@link DovetailBuilder#asyncActions}. Without a policy they are left out, and reported.
     */
    public HasuraMetadata asynchronous(AsyncPolicy policy) {
        return with(settings.withAsynchronous(Objects.requireNonNull(policy, "policy")));
    }

    /** The database of Hasura's default source; its foreign keys say where relationships lead. */
    public HasuraMetadata database(TableSource database) {
        return database(TableName.DEFAULT_SOURCE, database);
    }

    /** The database of one of Hasura's sources. */
    public HasuraMetadata database(String source, TableSource database) {
        return with(settings.withDatabase(source, Objects.requireNonNull(database, "database")));
    }

    /** The custom types, as SDL; empty when there are none. */
    public String types() {
        return result().types();
    }

    /** The scalars that these types and the actions use, under Hasura's names. */
    public List<GraphQLScalarType> scalars() {
        return result().scalars();
    }

    /** The actions. */
    public List<ActionDefinition> actions() {
        return result().actions();
    }

    /** The tables that the relationships of custom types lead to, directly or through others. */
    public List<TableDefinition> tables() {
        return result().tables();
    }

    /** The relationships of custom types and of these tables. */
    public List<TableRelationship> relationships() {
        return result().relationships();
    }

    /** What is not taken over, or with a difference. */
    public List<Omission> report() {
        return result().omissions();
    }

    /** Adds all of it, the databases included. */
    public DovetailBuilder addTo(DovetailBuilder builder) {
        settings.databases().forEach(builder::tables);
        if (!types().isEmpty()) {
            builder.types(types());
        }
        scalars().forEach(builder::scalar);
        actions().forEach(builder::action);
        tables().forEach(builder::table);
        relationships().forEach(builder::relationship);
        return builder;
    }

    private HasuraMetadata with(Settings other) {
        return new HasuraMetadata(documents, other);
    }

    private Import result() {
        Import known = result.get();
        if (known != null) {
            return known;
        }
        Import made = Import.of(documents, settings);
        return result.compareAndSet(null, made) ? made : Objects.requireNonNull(result.get());
    }
}
