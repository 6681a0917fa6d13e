package quartier.gateway.notification;

import org.jspecify.annotations.Nullable;

/** A project that a member follows. */
public record Follow(String project, @Nullable String slug, @Nullable String title) {}
