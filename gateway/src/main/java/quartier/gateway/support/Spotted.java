package quartier.gateway.support;

import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** An emerging project on the radar. */
public record Spotted(
        String project,
        @Nullable String slug,
        @Nullable String title,
        @Nullable String territory,
        @Nullable String district,
        @Nullable String theme,
        @Nullable Money collected,
        int percent,
        int backers,
        @Nullable Boolean watched) {}
