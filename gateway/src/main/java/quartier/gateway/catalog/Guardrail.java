package quartier.gateway.catalog;

import org.jspecify.annotations.Nullable;

/** What a project has to be, in the reader's language. */
public record Guardrail(
        String id,
        String title,
        String text,
        @Nullable String legalReference,
        @Nullable String judgedBy) {}
