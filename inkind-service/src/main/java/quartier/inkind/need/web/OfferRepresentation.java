package quartier.inkind.need.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.inkind.need.Commitment;
import quartier.inkind.need.Need;
import quartier.inkind.need.Offer;

/** An offer as its two parties see it. */
record OfferRepresentation(
        String id,
        String need,
        String needTitle,
        String kind,
        String project,
        String projectSlug,
        String projectTitle,
        String owner,
        String state,
        int quantity,
        String message,
        @Nullable String contact,
        String by,
        String byName,
        Instant offeredAt,
        @Nullable Instant agreedAt,
        @Nullable Instant declinedAt,
        @Nullable String reason,
        @Nullable Instant withdrawnAt,
        @Nullable Instant doneAt,
        @Nullable Instant thankedAt,
        @Nullable String thanks) {

    static OfferRepresentation of(Need need, Commitment commitment) {
        return switch (commitment) {
            case Commitment.Waiting(Offer offer) ->
                of(need, offer, "waiting", null, null, null, null, null, null, null);
            case Commitment.Agreed(Offer offer, Instant agreed) ->
                of(need, offer, "agreed", agreed, null, null, null, null, null, null);
            case Commitment.Declined(Offer offer, String reason, Instant declined) ->
                of(need, offer, "declined", null, declined, reason, null, null, null, null);
            case Commitment.Withdrawn(Offer offer, Instant withdrawn) ->
                of(need, offer, "withdrawn", null, null, null, withdrawn, null, null, null);
            case Commitment.Done(Offer offer, Instant agreed, Instant done) ->
                of(need, offer, "done", agreed, null, null, null, done, null, null);
            case Commitment.Thanked(Offer offer, Instant agreed, Instant done, String thanks, Instant thanked) ->
                of(need, offer, "thanked", agreed, null, null, null, done, thanked, thanks);
        };
    }

    private static OfferRepresentation of(
            Need need,
            Offer offer,
            String state,
            @Nullable Instant agreed,
            @Nullable Instant declined,
            @Nullable String reason,
            @Nullable Instant withdrawn,
            @Nullable Instant done,
            @Nullable Instant thanked,
            @Nullable String thanks) {
        return new OfferRepresentation(
                offer.id(),
                need.id(),
                need.title(),
                need.kind().name().toLowerCase(Locale.ROOT),
                need.project().id(),
                need.project().slug(),
                need.project().title(),
                need.project().owner(),
                state,
                offer.quantity(),
                offer.message(),
                offer.contact(),
                offer.by(),
                offer.byName(),
                offer.at(),
                agreed,
                declined,
                reason,
                withdrawn,
                done,
                thanked,
                thanks);
    }
}
