package quartier.pledge.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Account;
import quartier.pledge.escrow.Dispute;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.Split;
import quartier.pledge.escrow.Terms;

/**
 * A campaign's money as the auditor keeps it, from the events alone and in the simplest way, so that a mistake in the
 * escrow's own fold does not hide itself. Each book checks what it can judge event by event; this one tells them what
 * happens. It is long because it is one list: every event there is, and every account that follows from the books. Apart,
 * neither would show what it forgets.
 */
final class CampaignBook {

    private final Findings findings;
    private final LimitBook limits;
    private final PledgeBook pledges;
    private final MoneyBook money;
    private final DisputeBook disputes;
    private final MatchBook matches;
    private final VerdictBook verdict;
    private final LoanBook loans;
    private final LedgerBook ledger;
    /** What counts for the goal of a campaign that was funded, of loans. */
    private long lent;

    /** What sponsors added to a campaign that was funded. */
    private long distributedMatch;
    /** Pledges that left or became smaller by the entry's events. */
    private final Set<String> shrunk = new HashSet<>();

    private boolean givesBack;

    CampaignBook(Terms terms, Findings findings) {
        this.findings = findings;
        this.limits = new LimitBook(terms, findings);
        this.pledges = new PledgeBook(terms, limits, findings);
        this.money = new MoneyBook(findings);
        this.disputes = new DisputeBook(money, pledges, findings);
        this.matches = new MatchBook(findings);
        this.verdict = new VerdictBook(terms, findings);
        this.loans = new LoanBook(terms, findings);
        this.ledger = new LedgerBook(findings);
    }

    LimitBook limits() {
        return limits;
    }

    MoneyBook money() {
        return money;
    }

    MatchBook matches() {
        return matches;
    }

    LedgerBook ledger() {
        return ledger;
    }

    void apply(Entry entry) {
        entry.events().forEach(this::apply);
        endDecision();
        ledger.post(entry);
        requireLedger();
    }

    private void apply(Event event) {
        switch (event) {
            case Event.CampaignOpened ignored -> {}
            case Event.PledgePlaced e -> {
                pledges.place(e.at(), e.promise());
                loans.lend(e.promise(), e.promise().amountMinorUnits());
            }
            case Event.PledgeRefused e -> pledges.refuse(e.pledge());
            case Event.PaymentAwaited e -> pledges.await(e.pledge());
            case Event.PledgeConfirmed e -> confirm(e);
            case Event.OfflineConfirmed e -> confirmOffline(e);
            case Event.PledgeDeclined e -> endUnpaid(e.pledge());
            case Event.HoldExpired e -> endUnpaid(e.pledge());
            case Event.PledgeCancelled e -> leave(e.pledge());
            case Event.PledgeTurnedAway e -> {
                pledges.requireReview(e.pledge());
                leave(e.pledge());
            }
            case Event.PledgeFlagged e -> pledges.flag(e.pledge());
            case Event.PledgeCleared e -> pledges.clear(e.pledge());
            case Event.IncreaseHeld e -> pledges.holdIncrease(e);
            case Event.PledgeIncreased e -> increase(e);
            case Event.IncreaseEnded e -> pledges.endIncrease(e.pledge());
            case Event.PledgeChanged e -> change(e);
            case Event.StrayMoneyReceived e ->
                money.receive(
                        new Payment(
                                e.money().payment(),
                                e.money().pledge(),
                                e.money().amountMinorUnits(),
                                e.feeMinorUnits(),
                                true,
                                null),
                        false);
            case Event.CampaignSuspended ignored -> {}
            case Event.CampaignResumed ignored -> {}
            case Event.TierClosed e -> limits.close(e.tier());
            case Event.CampaignClosing e -> verdict.close(e.at());
            case Event.CampaignFunded e -> fund(e);
            case Event.CampaignNotFunded e -> {
                verdict.fail(e.at(), limits.raised(), pledges);
                giveAllBack();
            }
            case Event.CampaignCancelled ignored -> {
                verdict.cancel();
                pledges.endAll();
                giveAllBack();
            }
            case Event.Refunded e -> money.refund(e.money(), false);
            case Event.RefundedByHand e -> money.refund(e.money(), true);
            case Event.RefundRefused e -> money.requireDue(e.money());
            case Event.RefundRetried e -> money.requireDue(e.money());
            case Event.RefundSetOff e -> {
                money.setOff(e.money(), e.amountMinorUnits());
                setOff(e.dispute(), e.money().payment(), e.amountMinorUnits());
            }
            case Event.PaidOut e -> verdict.payOut(e);
            case Event.PayoutRefused e -> verdict.refuse(e);
            case Event.PayoutRetried e -> verdict.retry(e);
            case Event.PayoutCameBack e -> verdict.comeBack(e);
            case Event.CashHandedOver e -> verdict.handOver(e);
            case Event.MoneyDisputed e -> dispute(e.dispute());
            case Event.DisputeResolved e -> resolve(e);
            case Event.AllowanceGranted e -> matches.granted(e);
            case Event.AllowanceClosed e -> matches.closed(e.allowance());
            case Event.AllowanceReleased e -> matches.released(e);
            case Event.Matched e -> match(e);
            case Event.MatchReturned e -> {
                matches.returned(e);
                limits.match(-e.amountMinorUnits(), e.allowance());
            }
            case Event.LoansGranted e -> loans.grant(e, money.of(lenders()));
            case Event.InstalmentOverdue e -> loans.overdue(e);
            case Event.RepaymentReceived e -> loans.receive(e);
            case Event.LenderRepaid e -> loans.giveBack(e.part());
            case Event.LenderRepaymentRefused e -> loans.requireOpen(e.part());
            case Event.LenderRepaymentRetried e -> loans.requireOpen(e.part());
            case Event.LenderRepaymentSetOff e -> {
                loans.setOff(e.part(), e.amountMinorUnits());
                setOff(e.dispute(), e.part().payment(), e.amountMinorUnits());
            }
            case Event.CampaignSettled ignored -> settle();
        }
    }

    private void confirm(Event.PledgeConfirmed event) {
        verdict.requireOpen(event.pledge());
        pledges.requireSeenByAProvider(event.pledge());
        Promise promise = pledges.confirm(event.pledge(), event.amountMinorUnits());
        String payment = promise == null ? event.pledge() : promise.payment();
        money.receive(
                new Payment(
                        payment,
                        event.pledge(),
                        event.amountMinorUnits(),
                        event.feeMinorUnits(),
                        false,
                        event.reversibleUntil()),
                false);
    }

    private void confirmOffline(Event.OfflineConfirmed event) {
        verdict.requireOpen(event.pledge());
        pledges.requireSeenByTwo(event.pledge(), event.confirmedBy());
        Promise promise = pledges.confirm(event.pledge(), event.amountMinorUnits());
        String payment = promise == null ? event.pledge() : promise.payment();
        money.receive(new Payment(payment, event.pledge(), event.amountMinorUnits(), 0, false, null), true);
    }

    private void endUnpaid(String pledge) {
        lendLess(pledges.endUnpaid(pledge));
    }

    private void lendLess(@Nullable Promise promise) {
        if (promise != null) {
            loans.lend(promise, -promise.amountMinorUnits());
        }
    }

    private void leave(String pledge) {
        shrunk.add(pledge);
        money.owe(pledge);
        lendLess(pledges.leave(pledge));
    }

    private void increase(Event.PledgeIncreased event) {
        verdict.requireOpen(event.pledge());
        Promise before = pledges.confirmed(event.pledge());
        pledges.increase(event.pledge(), event.amountMinorUnits());
        if (before != null) {
            loans.lend(before, event.amountMinorUnits());
        }
        money.receive(
                new Payment(
                        event.payment(),
                        event.pledge(),
                        event.amountMinorUnits(),
                        event.feeMinorUnits(),
                        false,
                        event.reversibleUntil()),
                false);
    }

    private void change(Event.PledgeChanged event) {
        shrunk.add(event.promise().pledge());
        long less = pledges.change(event);
        loans.lend(event.promise(), -less);
        money.reduce(event.promise().pledge(), event.returned(), less);
    }

    private void dispute(Dispute dispute) {
        Promise before = pledges.confirmed(dispute.pledge());
        disputes.open(dispute);
        if (before != null && pledges.confirmed(dispute.pledge()) == null) {
            shrunk.add(dispute.pledge());
            loans.lend(before, -before.amountMinorUnits());
        }
    }

    private void resolve(Event.DisputeResolved event) {
        disputes.resolve(event);
        Promise again = event.counts() ? pledges.confirmed(event.dispute().pledge()) : null;
        if (again != null) {
            loans.lend(again, again.amountMinorUnits());
        }
    }

    private void setOff(String dispute, String payment, long amount) {
        long kept = loans.isLent(payment) ? 0 : money.payment(payment).staying();
        disputes.setOff(dispute, payment, amount, kept);
    }

    private void match(Event.Matched event) {
        Promise promise = event.pledge() == null ? null : pledges.confirmed(event.pledge());
        matches.matched(event, promise, limits.confirmed());
        limits.match(event.amountMinorUnits(), "a match of " + event.allowance());
    }

    private void fund(Event.CampaignFunded event) {
        List<Payment> behind = money.of(pledges.confirmed());
        verdict.fund(event, limits.raised(), pledges, behind);
        behind.forEach(payment -> payment.kept = true);
        distributedMatch = matches.sum();
        lent = lenders().stream().mapToLong(Promise::amountMinorUnits).sum();
    }

    private List<Promise> lenders() {
        return pledges.confirmed().stream().filter(Promise::isLoan).toList();
    }

    private void giveAllBack() {
        pledges.confirmed().forEach(promise -> money.owe(promise.pledge()));
        givesBack = true;
    }

    /** What belongs to one decision is there when it ends. */
    private void endDecision() {
        shrunk.forEach(pledge -> matches.requireStillDue(pledge, pledges.confirmed(pledge)));
        shrunk.clear();
        if (givesBack) {
            long stays = matches.sum();
            findings.require(
                    stays == 0, Check.ALLOWANCES, () -> stays + " stay beside the pledges of a campaign that failed");
            givesBack = false;
        }
    }

    private void settle() {
        long escrow = escrow();
        findings.require(escrow == 0, Check.ALL_OR_NOTHING, () -> "settled while " + escrow + " were not given back");
        money.requireNothingOwed();
        verdict.requirePaid();
        matches.requireReleased();
    }

    /** What has to stand on the account {@code escrow}. */
    private long escrow() {
        return money.held() + matches.sum() - verdict.distributed();
    }

    private void requireLedger() {
        findings.examined(Check.ESCROW);
        long held = -ledger.balance(Account.ESCROW);
        findings.require(held >= 0, Check.ESCROW, () -> "the escrow is " + held);
        ledger.requireBalance(Account.ESCROW, -escrow(), Check.ESCROW);
        ledger.requireBalance(Account.MATCH, matches.sum() - matches.available(), Check.ALLOWANCES);
        ledger.requireBalance(Account.PAYABLE_OWNER, -verdict.owed(), Check.SPLIT);
        Split split = verdict.split();
        ledger.requireBalance(Account.REVENUE_COMMISSION, split == null ? 0 : -split.commission(), Check.SPLIT);
        ledger.requireBalance(Account.VAT_COMMISSION, split == null ? 0 : -split.vat(), Check.SPLIT);
        ledger.requireBalance(
                Account.EXPENSE_PSP_FEES,
                money.fees() + disputes.fees() - (split == null ? 0 : split.fees()),
                Check.SPLIT);
        ledger.requireBalance(Account.RECEIVABLE_DISPUTES, disputes.receivable(), Check.DISPUTES);
        ledger.requireBalance(Account.LOANS_ARREARS, loans.arrears(), Check.LOANS);
        ledger.requireBalance(Account.LOANS, loans.lent() - loans.repaid() - loans.arrears(), Check.LOANS);
        ledger.requireBalance(Account.PAYABLE_LENDERS, loans.givenBack() + loans.setOff() - loans.lent(), Check.LOANS);
        ledger.requireBalance(
                Account.CASH_BANK,
                money.receivedAsCash() - money.refundedByHand() - verdict.handedOver(),
                Check.BALANCE);
        ledger.requireBalance(Account.CASH_PSP, atProvider(), Check.BALANCE);
    }

    private long atProvider() {
        long in = money.received() - money.receivedAsCash() + matches.available() + loans.repaid();
        long taken = money.chargedBack() + disputes.receivable() + loans.setOff();
        long back = money.refunded() - money.refundedByHand() + taken;
        return in - back - money.fees() - disputes.fees() - verdict.paidOut() - loans.givenBack();
    }

    /** To be called at the end of the journal. */
    void end() {
        findings.examined(Check.ALL_OR_NOTHING);
        loans.requireGranted(lent);
        ledger.requireTrialBalance();
        long byPayment = money.inEscrow() + matches.sum() - distributedMatch;
        findings.require(
                byPayment == escrow(),
                Check.ESCROW,
                () -> "payment by payment " + byPayment + " are held, in sum " + escrow());
    }
}
