package quartier.support.supporter.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.support.supporter.Supporter;

/** An organisation as anybody sees it; who its agents are is not told. */
record SupporterRepresentation(
        String id,
        String name,
        String kind,
        @Nullable String siret,
        @Nullable String website,
        String state,
        Instant registeredAt) {

    static SupporterRepresentation of(Supporter supporter) {
        return new SupporterRepresentation(
                supporter.id(),
                supporter.name(),
                supporter.kind().name().toLowerCase(Locale.ROOT),
                supporter.siret(),
                supporter.website(),
                supporter.state().name().toLowerCase(Locale.ROOT),
                supporter.registeredAt());
    }
}
