package quartier.gateway.inkind;

import org.jspecify.annotations.Nullable;

/** A project's need in kind, with what is promised of it. */
public record Need(
        String id,
        String project,
        @Nullable String projectSlug,
        @Nullable String projectTitle,
        @Nullable String territory,
        String kind,
        String title,
        @Nullable String description,
        int quantity,
        int accepted,
        int left,
        boolean open) {

    public boolean isTakingOffers() {
        return open && left > 0;
    }
}
