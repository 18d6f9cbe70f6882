package dev.dovetail.examples.dgs;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.federation.DefaultDgsFederationResolver;
import dev.dovetail.Dovetail;
import dev.dovetail.Entities;
import graphql.schema.DataFetcher;
import graphql.schema.TypeResolver;
import java.util.Map;

/** Rows are Dovetail's entities, all others those of DGS. */
@DgsComponent
public class ShopEntities extends DefaultDgsFederationResolver {

    private final Dovetail dovetail;

    public record Courier(String code, String title) {}

    ShopEntities(Dovetail dovetail) {
        this.dovetail = dovetail;
    }

    @Override
    public DataFetcher<Object> entitiesFetcher() {
        return entities().fetcher();
    }

    @Override
    public TypeResolver typeResolver() {
        return entities().typeResolver();
    }

    private Entities entities() {
        return dovetail.entities().others(super.entitiesFetcher(), super.typeResolver());
    }

    @DgsEntityFetcher(name = "Courier")
    public Courier courier(Map<String, Object> representation) {
        if ("none".equals(representation.get("code"))) {
            throw new IllegalArgumentException("No such courier");
        }
        return new Courier(String.valueOf(representation.get("code")), "Courier " + representation.get("code"));
    }
}
