package quartier.gateway.support;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organisation that helps projects. */
public record Supporter(
        String id,
        String name,
        @Nullable String kind,
        @Nullable String state,
        @Nullable Boolean approved,
        @Nullable String siret,
        @Nullable String website,
        List<String> agents) {

    public Supporter {
        agents = agents == null ? List.of() : List.copyOf(agents);
    }

    public boolean isApproved() {
        return approved != null ? approved : "approved".equals(state);
    }

    public boolean isPublicBody() {
        return "public".equals(kind);
    }
}
