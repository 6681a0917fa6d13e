package quartier.gateway.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** An emerging project on the radar. */
public record Sighting(
        String project,
        @Nullable String slug,
        @Nullable String title,
        @Nullable String territory,
        @Nullable String district,
        @Nullable String theme,
        @Nullable String state,
        @Nullable Money collected,
        @Nullable Money goal,
        long percent,
        int backers,
        boolean openToSupport,
        @Nullable Instant deadline,
        boolean watched) {}
