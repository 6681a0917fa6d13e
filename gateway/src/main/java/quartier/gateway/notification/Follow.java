package quartier.gateway.notification;

import org.jspecify.annotations.Nullable;

/** A project that a member follows. */
public record Follow(Followed project) {

    public record Followed(
            String id, @Nullable String slug, @Nullable String title) {}
}
