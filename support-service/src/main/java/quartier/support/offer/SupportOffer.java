package quartier.support.offer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's offer to help one project.
 *
 * @param madeBy the agent
 * @param fingerprint of the request, to tell a repetition from another request under the same key
 * @param endedAt when it was answered or withdrawn
 * @param reason of the owner's refusal; between the two parties
 */
public record SupportOffer(
        String id,
        OfferingSupporter supporter,
        String project,
        String projectSlug,
        String projectTitle,
        String owner,
        Help help,
        String madeBy,
        String fingerprint,
        Instant madeAt,
        OfferState state,
        @Nullable Instant endedAt,
        @Nullable String reason) {

    static SupportOffer of(
            String id,
            OfferingSupporter supporter,
            SupportedProject project,
            Help help,
            String agent,
            String fingerprint,
            Instant at) {
        return new SupportOffer(
                id,
                supporter,
                project.id(),
                project.slug(),
                project.title(),
                project.owner(),
                help,
                agent,
                fingerprint,
                at,
                OfferState.MADE,
                null,
                null);
    }

    public boolean accepted() {
        return state == OfferState.ACCEPTED;
    }

    Decision become(OfferState next, @Nullable String why, Instant at) {
        if (state == next) {
            return new Decision.Unchanged(this);
        }
        if (!state.mayBecome(next)) {
            return new Decision.Refused(new Rejection.WrongState());
        }
        return new Decision.Changed(new SupportOffer(
                id,
                supporter,
                project,
                projectSlug,
                projectTitle,
                owner,
                help,
                madeBy,
                fingerprint,
                madeAt,
                next,
                at,
                why));
    }
}
