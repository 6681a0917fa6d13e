package quartier.pledge.escrow;

import java.time.Instant;

/** What has happened to a campaign's money. The journal keeps these for ever: components are added, never changed. */
public sealed interface Event {

    Instant at();

    record CampaignOpened(Instant at, String campaign, String owner, Terms terms) implements Event {}

    record PledgePlaced(Instant at, Promise promise, Instant holdUntil) implements Event {}

    /** Remembered, so that the same request is answered the same for as long as the answer could differ. */
    record PledgeRefused(Instant at, String pledge, String backer, String fingerprint, Rejection reason)
            implements Event {}

    record PaymentAwaited(Instant at, String pledge) implements Event {}

    record PledgeConfirmed(Instant at, String pledge, long amountMinorUnits, long feeMinorUnits) implements Event {}

    record PledgeDeclined(Instant at, String pledge, String reason) implements Event {}

    record HoldExpired(Instant at, String pledge) implements Event {}

    record PledgeCancelled(Instant at, String pledge) implements Event {}

    /** Money came that no pledge waits for; its refund is due. */
    record StrayMoneyReceived(Instant at, Returned money, long feeMinorUnits) implements Event {}

    record CampaignSuspended(Instant at, String reason) implements Event {}

    record CampaignResumed(Instant at) implements Event {}

    record CampaignClosing(Instant at) implements Event {}

    /** The verdict: every confirmed pledge counts, and the split is owed. */
    record CampaignFunded(Instant at, int backers, Split split) implements Event {}

    /** The verdict: the refund of every confirmed pledge is due. */
    record CampaignNotFunded(Instant at, int backers, long collectedMinorUnits) implements Event {}

    /** Every hold ends and the refund of every confirmed pledge is due. */
    record CampaignCancelled(Instant at, String reason) implements Event {}

    record Refunded(Instant at, Returned money) implements Event {}

    record RefundRefused(Instant at, Returned money, int attempt, String failure) implements Event {}

    record RefundRetried(Instant at, Returned money, int attempt) implements Event {}

    record PaidOut(Instant at, long amountMinorUnits, String reference) implements Event {}

    record PayoutRefused(Instant at, int attempt, String failure) implements Event {}

    record PayoutRetried(Instant at, int attempt) implements Event {}

    /** Nothing is owed to anybody any more. */
    record CampaignSettled(Instant at, int refunds) implements Event {}
}
