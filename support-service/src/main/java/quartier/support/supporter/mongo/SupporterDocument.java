package quartier.support.supporter.mongo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.support.supporter.Supporter;
import quartier.support.supporter.SupporterKind;
import quartier.support.supporter.SupporterState;

/** An organisation as it is stored below {@code state}. */
record SupporterDocument(
        String id,
        String name,
        SupporterKind kind,
        @Nullable String siret,
        @Nullable String website,
        String registeredBy,
        String registration,
        String fingerprint,
        Instant registeredAt,
        SupporterState state,
        List<String> agents) {

    static SupporterDocument of(Supporter supporter) {
        return new SupporterDocument(
                supporter.id(),
                supporter.name(),
                supporter.kind(),
                supporter.siret(),
                supporter.website(),
                supporter.registeredBy(),
                supporter.registration(),
                supporter.fingerprint(),
                supporter.registeredAt(),
                supporter.state(),
                supporter.agents());
    }

    Supporter toSupporter() {
        return new Supporter(
                id, name, kind, siret, website, registeredBy, registration, fingerprint, registeredAt, state, agents);
    }
}
