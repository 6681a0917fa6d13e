package quartier.gateway.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** News from a project's owner; {@code html} was sanitised by the catalog. */
public record ProjectUpdate(
        String id,
        String title,
        @Nullable String html,
        @Nullable Instant at) {}
