package quartier.pledge.escrow;

import java.time.Instant;

/** Why a command was refused. Nothing has changed. */
public sealed interface Rejection {

    /** There is no such campaign here (yet). */
    record CampaignNotOpen() implements Rejection {}

    /** Opened before, with other terms. */
    record OpenedWithOtherTerms() implements Rejection {}

    record CampaignNotLive(CampaignState state) implements Rejection {}

    record AfterDeadline(Instant deadline) implements Rejection {}

    record DeadlineNotReached(Instant deadline) implements Rejection {}

    /** The verdict waits for this many payments that are not known yet. */
    record PaymentsUnknown(int payments) implements Rejection {}

    record AmountNotPositive() implements Rejection {}

    record WrongCurrency(String expected) implements Rejection {}

    record UnknownTier(String tier) implements Rejection {}

    record BelowTier(String tier, long minimumMinorUnits) implements Rejection {}

    record TierSoldOut(String tier) implements Rejection {}

    /** By its owner, while some of it may be left. */
    record TierClosed(String tier) implements Rejection {}

    /** @param leftMinorUnits what can still be pledged before the overfunding cap */
    record OverCap(long leftMinorUnits) implements Rejection {}

    record KindNotAllowed(PledgeKind kind) implements Rejection {}

    /** @param rule the rule's stable id, which pages and documents explain */
    record PublicBodyMayNotPledge(String rule) implements Rejection {}

    record IdempotencyKeyReused() implements Rejection {}

    record UnknownPledge() implements Rejection {}

    /** Too late to cancel, or not in a state that can be. */
    record NotCancellable(PledgeStatus status) implements Rejection {}

    /** The hold has time left, or its payment is unknown: ask the provider first. */
    record HoldNotExpired() implements Rejection {}

    record UnknownRefund() implements Rejection {}

    record RefundAlreadyDone() implements Rejection {}

    /** There is no payout in the state that this command needs. */
    record NoSuchPayout() implements Rejection {}

    /** Only a confirmed pledge of a live campaign can be changed, and cash not at all. */
    record NotChangeable(PledgeStatus status) implements Rejection {}

    /** Interest-free loans are for natural persons who act for themselves (Code monétaire et financier, L. 548-1). */
    record OnlyPersonsMayLend() implements Rejection {}

    record LoanHasNoReward() implements Rejection {}

    /** @param leftMinorUnits what this lender may still lend to this project */
    record OverLoanLimit(long leftMinorUnits) implements Rejection {}

    /** Who entered cash does not confirm it too. */
    record NeedsAnotherPerson() implements Rejection {}

    /** It waits for nobody's confirmation (any more). */
    record NotWaiting(PledgeStatus status) implements Rejection {}

    record NotUnderReview() implements Rejection {}

    /** The provider is still being asked to give it back. */
    record RefundStillDue() implements Rejection {}

    record UnknownDispute() implements Rejection {}

    /** It was decided otherwise. */
    record DisputeClosed() implements Rejection {}

    record UnknownAllowance() implements Rejection {}

    /** Granted before by another fund or with another rule. */
    record AllowanceDiffers() implements Rejection {}

    record NoLoans() implements Rejection {}

    /** @param outstandingMinorUnits what is still to be repaid */
    record MoreThanOwed(long outstandingMinorUnits) implements Rejection {}

    record UnknownRepayment() implements Rejection {}
}
