package quartier.gateway.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** A project in the reviewers' queue. */
public record Waiting(
        String id,
        String slug,
        String state,
        @Nullable String title,
        @Nullable String pitch,
        @Nullable String territory,
        @Nullable String district,
        @Nullable Money goal,
        @Nullable Instant submittedAt,
        @Nullable Instant dueAt,
        boolean late,
        Project.@Nullable Hand claim,
        boolean appeal,
        boolean secondEyes,
        List<String> flags) {

    public Waiting {
        flags = flags == null ? List.of() : List.copyOf(flags);
    }

    public String titleOrSlug() {
        return title == null || title.isBlank() ? slug : title;
    }
}
