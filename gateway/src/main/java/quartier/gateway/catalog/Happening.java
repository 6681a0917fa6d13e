package quartier.gateway.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked of a project, and whether it happened. */
public record Happening(
        @Nullable Instant at,
        @Nullable String by,
        String action,
        @Nullable String from,
        @Nullable String to,
        @Nullable String refusal,
        List<String> details) {

    public Happening {
        details = details == null ? List.of() : List.copyOf(details);
    }

    /** The form's fields that stood in the way: of {@code tiers[0].amount: tier-over-cap}, {@code tiers}. */
    public List<String> fields() {
        return details.stream()
                .map(detail -> detail.replaceAll("[\\[.:].*", ""))
                .distinct()
                .toList();
    }
}
