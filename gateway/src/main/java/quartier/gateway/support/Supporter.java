package quartier.gateway.support;

import org.jspecify.annotations.Nullable;

/** An organisation that helps projects. */
public record Supporter(
        String id,
        String name,
        @Nullable String kind,
        @Nullable String state,
        @Nullable String siret,
        @Nullable String website) {

    public boolean is(String wanted) {
        return wanted.equals(state);
    }

    public boolean isPublicBody() {
        return "public".equals(kind);
    }
}
