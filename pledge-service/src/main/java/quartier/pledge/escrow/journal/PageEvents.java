package quartier.pledge.escrow.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;
import quartier.pledge.escrow.Dispute;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Loans;
import quartier.pledge.escrow.Payout;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.RefundReason;
import quartier.pledge.escrow.Returned;
import quartier.pledge.escrow.Split;
import quartier.pledge.escrow.TierCount;

/**
 * What a page says to the world: the facts of its entries in their order, keyed by the campaign, each with the trace of
 * the request that caused it; then the campaign's totals, if the page changed them. The same page always gives the same
 * events with the same ids. People are opaque ids.
 */
final class PageEvents {

    private final OutboundEvents outbound;
    private final Follower.Step step;
    private final Escrow escrow;
    private final List<OutboundEvent> out = new ArrayList<>();
    private final Set<String> matchesChanged = new LinkedHashSet<>();
    private long sequence;
    private Instant at = Instant.EPOCH;
    private @Nullable String traceparent;

    private PageEvents(OutboundEvents outbound, Follower.Step step, Escrow after) {
        this.outbound = outbound;
        this.step = step;
        this.escrow = after;
        Escrow before = step.before().escrow();
        this.sequence = before == null ? 0 : before.sequence();
    }

    static List<OutboundEvent> of(OutboundEvents outbound, Follower.Step step) {
        Escrow after = step.after().escrow();
        return after == null ? List.of() : new PageEvents(outbound, step, after).all();
    }

    private List<OutboundEvent> all() {
        for (Entry entry : step.page().entries()) {
            traceparent = entry.traceparent();
            for (Event event : entry.events()) {
                sequence++;
                at = event.at();
                add(event);
            }
        }
        matchesChanged.forEach(this::matchChanged);
        addTotals();
        return out;
    }

    private void add(Event event) {
        switch (event) {
            case Event.CampaignOpened e ->
                campaign(
                        "quartier.campaign.opened.v1",
                        new EventData.Opened(
                                e.campaign(),
                                e.terms().goal(),
                                e.terms().cap(),
                                e.terms().deadline(),
                                e.terms().currency()));
            case Event.PledgeConfirmed e -> confirmed(e.pledge(), e.amountMinorUnits());
            case Event.OfflineConfirmed e -> confirmed(e.pledge(), e.amountMinorUnits());
            case Event.PledgeIncreased e -> {
                Promise promise = promise(e.pledge());
                changed(promise, promise.amountMinorUnits() - e.amountMinorUnits());
            }
            case Event.PledgeChanged e -> {
                long less = e.returned().stream()
                        .mapToLong(Returned::amountMinorUnits)
                        .sum();
                changed(e.promise(), e.promise().amountMinorUnits() + less);
            }
            case Event.PledgeTurnedAway e -> {
                Promise promise = promise(e.pledge());
                if (wasConfirmed(promise)) {
                    reversed("quartier.pledge.cancelled.v1", promise, promise.amountMinorUnits(), "refused_in_review");
                }
            }
            case Event.MoneyDisputed e -> disputed(e.dispute());
            case Event.DisputeResolved e -> disputed(e.dispute());
            case Event.AllowanceGranted e -> matchesChanged.add(e.allowance());
            case Event.AllowanceClosed e -> matchesChanged.add(e.allowance());
            case Event.AllowanceReleased e -> matchesChanged.add(e.allowance());
            case Event.Matched e -> matchesChanged.add(e.allowance());
            case Event.MatchReturned e -> matchesChanged.add(e.allowance());
            case Event.LoansGranted e -> loansGranted(e);
            case Event.RepaymentReceived e ->
                campaign(
                        "quartier.campaign.loan-repayment-received.v1",
                        new EventData.Repaid(
                                escrow.campaign(),
                                e.repayment(),
                                amount(e.amountMinorUnits()),
                                amount(escrow.loans().outstandingMinorUnits()),
                                e.at()));
            case Event.InstalmentOverdue e ->
                campaign(
                        "quartier.campaign.loan-overdue.v1",
                        new EventData.Overdue(escrow.campaign(), e.n(), amount(e.unpaidMinorUnits()), e.at()));
            case Event.LenderRepaid e -> {
                Promise promise = promise(e.part().pledge());
                pledge(
                        "quartier.pledge.loan-repaid.v1",
                        promise.pledge(),
                        new EventData.LenderRepaid(
                                promise.pledge(),
                                escrow.campaign(),
                                promise.backer(),
                                amount(e.part().amountMinorUnits()),
                                e.at()));
            }
            case Event.RefundedByHand e -> returned("quartier.pledge.refunded.v1", e.money());
            case Event.PayoutRefused e -> payoutFailed(e.payout(), e.at());
            case Event.PayoutCameBack e -> payoutFailed(e.payout(), e.at());
            case Event.PledgeCancelled e -> {
                Promise promise = promise(e.pledge());
                if (wasConfirmed(promise)) {
                    reversed("quartier.pledge.cancelled.v1", promise, promise.amountMinorUnits(), "by_backer");
                }
            }
            case Event.CampaignCancelled e -> {
                cancelAll();
                campaign("quartier.campaign.cancelled.v1", new EventData.Moment(escrow.campaign(), e.at()));
            }
            case Event.Refunded e -> returned("quartier.pledge.refunded.v1", e.money());
            case Event.RefundRefused e -> returned("quartier.pledge.refund-failed.v1", e.money());
            case Event.RefundSetOff e -> setOff("refund", e.money().pledge(), e.amountMinorUnits());
            case Event.LenderRepaymentSetOff e ->
                setOff("loan_repayment", e.part().pledge(), e.amountMinorUnits());
            case Event.CampaignClosing e ->
                campaign("quartier.campaign.closing.v1", new EventData.Moment(escrow.campaign(), e.at()));
            case Event.CampaignFunded e ->
                verdict("quartier.campaign.funded.v1", e.split().collected(), e.backers());
            case Event.CampaignNotFunded e ->
                verdict("quartier.campaign.not-funded.v1", e.collectedMinorUnits(), e.backers());
            case Event.PaidOut e
            when e.payout().equals(Payout.MAIN) -> escrow.split().ifPresent(this::paidOut);
            case Event.CampaignSettled e ->
                campaign("quartier.campaign.settled.v1", new EventData.Settled(escrow.campaign(), e.refunds(), e.at()));
            // Not yet facts for others, or told by the totals.
            case Event.PledgePlaced ignored -> {}
            case Event.PledgeRefused ignored -> {}
            case Event.PaymentAwaited ignored -> {}
            case Event.PledgeDeclined ignored -> {}
            case Event.HoldExpired ignored -> {}
            case Event.StrayMoneyReceived ignored -> {}
            case Event.CampaignSuspended ignored -> {}
            case Event.CampaignResumed ignored -> {}
            // The catalog, which asked for it, tells it.
            case Event.TierClosed ignored -> {}
            case Event.RefundRetried ignored -> {}
            case Event.PayoutRetried ignored -> {}
            case Event.PaidOut ignored -> {}
            case Event.CashHandedOver ignored -> {}
            case Event.IncreaseHeld ignored -> {}
            case Event.IncreaseEnded ignored -> {}
            case Event.PledgeFlagged ignored -> {}
            case Event.PledgeCleared ignored -> {}
            case Event.LenderRepaymentRefused ignored -> {}
            case Event.LenderRepaymentRetried ignored -> {}
        }
    }

    private void confirmed(String id, long minorUnits) {
        Promise promise = promise(id);
        pledge(
                "quartier.pledge.confirmed.v1",
                promise.pledge(),
                new EventData.Confirmed(
                        promise.pledge(),
                        escrow.campaign(),
                        promise.backer(),
                        promise.organisation(),
                        amount(minorUnits),
                        promise.takes(),
                        ProjectedDocuments.word(promise.visibility()),
                        at));
    }

    private void changed(Promise promise, long before) {
        pledge(
                "quartier.pledge.changed.v1",
                promise.pledge(),
                new EventData.Changed(
                        promise.pledge(),
                        escrow.campaign(),
                        promise.backer(),
                        amount(promise.amountMinorUnits()),
                        amount(before),
                        promise.takes(),
                        at));
    }

    /** A dispute about money that nobody pledged has nobody to tell. */
    private void disputed(Dispute dispute) {
        escrow.pledge(dispute.pledge())
                .map(Pledge::promise)
                .ifPresent(promise -> pledge(
                        "quartier.pledge.disputed.v1",
                        promise.pledge(),
                        new EventData.Disputed(
                                promise.pledge(),
                                escrow.campaign(),
                                promise.backer(),
                                amount(dispute.amountMinorUnits()),
                                ProjectedDocuments.word(dispute.state()),
                                at)));
    }

    private void setOff(String of, String pledge, long minorUnits) {
        escrow.pledge(pledge)
                .map(Pledge::promise)
                .ifPresent(promise -> pledge(
                        "quartier.pledge.dispute-set-off.v1",
                        promise.pledge(),
                        new EventData.SetOff(
                                promise.pledge(), escrow.campaign(), promise.backer(), of, amount(minorUnits), at)));
    }

    /**
     * As the page leaves it, once, however many of its pledges were matched. Its subject is the allowance: a page may
     * change several, and the campaign's id would give all of them one event id.
     */
    private void matchChanged(String id) {
        escrow.allowances().stream()
                .filter(allowance -> allowance.id().equals(id))
                .forEach(allowance -> add(
                        Topics.CAMPAIGNS,
                        "quartier.campaign.match-changed.v1",
                        allowance.id(),
                        new EventData.MatchChanged(
                                escrow.campaign(),
                                allowance.id(),
                                allowance.fund(),
                                amount(allowance.grantedMinorUnits() - allowance.releasedMinorUnits()),
                                amount(allowance.matchedMinorUnits()),
                                amount(allowance.leftMinorUnits()),
                                !allowance.open() || escrow.state().isOver())));
    }

    private void loansGranted(Event.LoansGranted event) {
        long total =
                event.loans().stream().mapToLong(Loans.Loan::amountMinorUnits).sum();
        campaign(
                "quartier.campaign.loans-granted.v1",
                new EventData.LoansGranted(
                        escrow.campaign(),
                        amount(total),
                        event.instalments().stream()
                                .map(instalment -> new EventData.Instalment(
                                        instalment.n(), instalment.due(), instalment.amountMinorUnits()))
                                .toList(),
                        event.at()));
    }

    private void payoutFailed(String id, Instant when) {
        escrow.payout(id)
                .ifPresent(payout -> campaign(
                        "quartier.campaign.payout-failed.v1",
                        new EventData.PayoutFailed(escrow.campaign(), id, amount(payout.amountMinorUnits()), when)));
    }

    /** Only what was announced as confirmed is announced as cancelled: its money was captured and is owed back. */
    private boolean wasConfirmed(Promise promise) {
        return escrow.refund(promise.payment())
                .map(refund -> refund.of().reason() == RefundReason.CANCELLED
                        || refund.of().reason() == RefundReason.REFUSED_IN_REVIEW)
                .orElse(false);
    }

    private void cancelAll() {
        escrow.pledges()
                .filter(Pledge.Confirmed.class::isInstance)
                .map(Pledge::promise)
                .forEach(promise -> reversed(
                        "quartier.pledge.cancelled.v1", promise, promise.amountMinorUnits(), "campaign_cancelled"));
    }

    /** Money for a pledge that nobody made goes back too, but there is nobody to tell. */
    private void returned(String type, Returned money) {
        escrow.pledge(money.pledge())
                .map(Pledge::promise)
                .ifPresent(promise ->
                        reversed(type, promise, money.amountMinorUnits(), ProjectedDocuments.word(money.reason())));
    }

    private void reversed(String type, Promise promise, long minorUnits, String reason) {
        pledge(
                type,
                promise.pledge(),
                new EventData.Reversed(
                        promise.pledge(), escrow.campaign(), promise.backer(), amount(minorUnits), reason));
    }

    private void verdict(String type, long collected, int backers) {
        campaign(
                type,
                new EventData.Verdict(
                        escrow.campaign(),
                        amount(escrow.terms().goal()),
                        amount(collected),
                        backers,
                        step.page().n(),
                        at));
    }

    private void paidOut(Split split) {
        campaign(
                "quartier.campaign.paid-out.v1",
                new EventData.PaidOut(
                        escrow.campaign(),
                        amount(split.collected()),
                        amount(split.commission()),
                        amount(split.vat()),
                        amount(split.net()),
                        at));
    }

    private void addTotals() {
        EventData.Totals totals = totals(escrow);
        Escrow before = step.before().escrow();
        if (before == null || !totals.equals(totals(before))) {
            campaign("quartier.campaign.totals.v1", totals);
            add(Topics.CAMPAIGNS_STATE, "quartier.campaign.state.v1", escrow.campaign(), totals);
        }
    }

    private static EventData.Totals totals(Escrow escrow) {
        List<EventData.Tier> tiers = escrow.terms().tiers().stream()
                .map(tier -> {
                    TierCount count = escrow.tier(tier.id());
                    Integer stock = tier.stock();
                    Integer left = stock == null ? null : stock - count.taken();
                    return new EventData.Tier(tier.id(), count.sold(), left);
                })
                .toList();
        return new EventData.Totals(
                escrow.campaign(),
                ProjectedDocuments.word(escrow.state()),
                new EventData.Amount(escrow.totals().raised(), escrow.terms().currency()),
                new EventData.Amount(escrow.totals().matched(), escrow.terms().currency()),
                escrow.backers(),
                escrow.percent(),
                tiers);
    }

    private Promise promise(String pledge) {
        return escrow.pledge(pledge).map(Pledge::promise).orElseThrow();
    }

    private EventData.Amount amount(long minorUnits) {
        return new EventData.Amount(minorUnits, escrow.terms().currency());
    }

    private void pledge(String type, String pledge, Object data) {
        add(Topics.PLEDGES, type, pledge, data);
    }

    private void campaign(String type, Object data) {
        add(Topics.CAMPAIGNS, type, escrow.campaign(), data);
    }

    private void add(String topic, String type, String subject, Object data) {
        OutboundEvent event = outbound.event(topic, type, subject, escrow.campaign(), sequence, at, data);
        out.add(new OutboundEvent(
                event.id(), topic, type, subject, event.key(), sequence, at, event.json(), traceparent));
    }
}
