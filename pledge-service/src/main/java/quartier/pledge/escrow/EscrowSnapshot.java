package quartier.pledge.escrow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that an {@link Escrow} is made of, to be kept somewhere and be made an escrow again. What follows from the journal
 * stands in the journal; this only spares reading it from its beginning.
 */
public record EscrowSnapshot(
        String campaign,
        String owner,
        Terms terms,
        CampaignState state,
        long sequence,
        Totals totals,
        long cashDue,
        @Nullable Split split,
        @Nullable Instant closingSince,
        boolean settled,
        PersistentMap<TierCount> tiers,
        PersistentMap<Pledge> pledges,
        PersistentMap<Pledge.Waiting> holds,
        PersistentMap<Refusal> refusals,
        PersistentMap<String> changes,
        PersistentMap<Review> reviews,
        PersistentMap<Integer> backers,
        PersistentMap<Long> lentBy,
        PersistentMap<Refund> refunds,
        PersistentMap<Refund> refundsDue,
        PersistentMap<Refund> cashRefunds,
        PersistentMap<Refund.Failed> failedRefunds,
        PersistentMap<Dispute> disputes,
        PersistentMap<Payout> payouts,
        Matching matching,
        Loans loans) {

    public static EscrowSnapshot of(Escrow escrow) {
        return new EscrowSnapshot(
                escrow.campaign,
                escrow.owner,
                escrow.terms,
                escrow.state,
                escrow.sequence,
                escrow.totals,
                escrow.cashDue,
                escrow.split,
                escrow.closingSince,
                escrow.settled,
                escrow.tiers,
                escrow.pledges,
                escrow.holds,
                escrow.refusals,
                escrow.changes,
                escrow.reviews,
                escrow.backers,
                escrow.lentBy,
                escrow.refunds,
                escrow.refundsDue,
                escrow.cashRefunds,
                escrow.failedRefunds,
                escrow.disputes,
                escrow.payouts,
                escrow.matching,
                escrow.loans);
    }

    public Escrow escrow() {
        return new Escrow(new Draft(this));
    }
}
