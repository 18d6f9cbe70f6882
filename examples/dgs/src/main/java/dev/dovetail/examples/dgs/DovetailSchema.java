package dev.dovetail.examples.dgs;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsRuntimeWiring;
import com.netflix.graphql.dgs.DgsTypeDefinitionRegistry;
import dev.dovetail.Dovetail;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;

/** Hands Dovetail's types, then their data fetchers, to DGS, each time that it builds the schema. */
@DgsComponent
public class DovetailSchema {

    private final Dovetail dovetail;

    DovetailSchema(Dovetail dovetail) {
        this.dovetail = dovetail;
    }

    /** The schema itself is extended; DGS merges what is returned into it, which is nothing more. */
    @DgsTypeDefinitionRegistry
    public TypeDefinitionRegistry types(TypeDefinitionRegistry schema) {
        dovetail.extend(schema);
        return new TypeDefinitionRegistry();
    }

    @DgsRuntimeWiring
    public RuntimeWiring.Builder dataFetchers(RuntimeWiring.Builder wiring) {
        return dovetail.wire(wiring);
    }
}
