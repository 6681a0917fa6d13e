package quartier.gateway.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody told the staff about a project. */
public record Report(
        String id,
        String project,
        String slug,
        String title,
        String territory,
        String reason,
        String text,
        @Nullable Instant at,
        String outcome,
        @Nullable Instant handledAt,
        @Nullable String note) {}
