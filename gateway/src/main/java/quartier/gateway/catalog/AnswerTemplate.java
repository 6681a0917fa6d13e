package quartier.gateway.catalog;

import org.jspecify.annotations.Nullable;

/** Words that reviewers use again and again. */
public record AnswerTemplate(
        String id,
        @Nullable String decision,
        @Nullable String title,
        @Nullable String fr,
        @Nullable String en) {}
