package quartier.inkind.need.mongo;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quartier.inkind.need.Commitment;
import quartier.inkind.need.Offer;

/** One offer inside a need's document. Which fields are there depends on the state. */
record CommitmentDocument(
        String id,
        String state,
        String by,
        String byName,
        int quantity,
        String message,
        @Nullable String contact,
        String fingerprint,
        Instant offeredAt,
        @Nullable Instant agreedAt,
        @Nullable Instant declinedAt,
        @Nullable String reason,
        @Nullable Instant withdrawnAt,
        @Nullable Instant doneAt,
        @Nullable Instant thankedAt,
        @Nullable String thanks) {

    static CommitmentDocument of(Commitment commitment) {
        return switch (commitment) {
            case Commitment.Waiting(Offer offer) -> of(offer, "waiting", null, null, null, null, null, null, null);
            case Commitment.Agreed(Offer offer, Instant agreed) ->
                of(offer, "agreed", agreed, null, null, null, null, null, null);
            case Commitment.Declined(Offer offer, String reason, Instant declined) ->
                of(offer, "declined", null, declined, reason, null, null, null, null);
            case Commitment.Withdrawn(Offer offer, Instant withdrawn) ->
                of(offer, "withdrawn", null, null, null, withdrawn, null, null, null);
            case Commitment.Done(Offer offer, Instant agreed, Instant done) ->
                of(offer, "done", agreed, null, null, null, done, null, null);
            case Commitment.Thanked(Offer offer, Instant agreed, Instant done, String thanks, Instant thanked) ->
                of(offer, "thanked", agreed, null, null, null, done, thanked, thanks);
        };
    }

    private static CommitmentDocument of(
            Offer offer,
            String state,
            @Nullable Instant agreed,
            @Nullable Instant declined,
            @Nullable String reason,
            @Nullable Instant withdrawn,
            @Nullable Instant done,
            @Nullable Instant thanked,
            @Nullable String thanks) {
        return new CommitmentDocument(
                offer.id(),
                state,
                offer.by(),
                offer.byName(),
                offer.quantity(),
                offer.message(),
                offer.contact(),
                offer.fingerprint(),
                offer.at(),
                agreed,
                declined,
                reason,
                withdrawn,
                done,
                thanked,
                thanks);
    }

    Commitment toCommitment() {
        var offer = new Offer(id, by, byName, quantity, message, contact, fingerprint, offeredAt);
        return switch (state) {
            case "waiting" -> new Commitment.Waiting(offer);
            case "agreed" -> new Commitment.Agreed(offer, requireNonNull(agreedAt));
            case "declined" -> new Commitment.Declined(offer, requireNonNull(reason), requireNonNull(declinedAt));
            case "withdrawn" -> new Commitment.Withdrawn(offer, requireNonNull(withdrawnAt));
            case "done" -> new Commitment.Done(offer, requireNonNull(agreedAt), requireNonNull(doneAt));
            case "thanked" ->
                new Commitment.Thanked(
                        offer,
                        requireNonNull(agreedAt),
                        requireNonNull(doneAt),
                        requireNonNull(thanks),
                        requireNonNull(thankedAt));
            default -> throw new IllegalStateException("Offer " + id + " is stored in an unknown state " + state);
        };
    }
}
