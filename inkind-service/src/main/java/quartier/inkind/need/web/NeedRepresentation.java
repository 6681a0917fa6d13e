package quartier.inkind.need.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.inkind.need.Need;

/** A need as everybody may see it: totals, and nothing about who offered what. */
record NeedRepresentation(
        String id,
        String project,
        String projectSlug,
        String projectTitle,
        String territory,
        String kind,
        String title,
        @Nullable String description,
        int quantity,
        int promised,
        int accepted,
        int done,
        int left,
        boolean open,
        String standing,
        Instant publishedAt) {

    static NeedRepresentation of(Need need) {
        return new NeedRepresentation(
                need.id(),
                need.project().id(),
                need.project().slug(),
                need.project().title(),
                need.project().territory(),
                need.kind().name().toLowerCase(Locale.ROOT),
                need.title(),
                need.description(),
                need.quantity(),
                need.promised(),
                need.accepted(),
                need.done(),
                need.left(),
                need.open(),
                need.standing().name().toLowerCase(Locale.ROOT),
                need.publishedAt());
    }
}
