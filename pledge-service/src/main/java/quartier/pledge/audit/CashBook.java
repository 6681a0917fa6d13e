package quartier.pledge.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import quartier.pledge.escrow.Account;
import quartier.pledge.escrow.Dispute;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Page;

/**
 * What of a campaign's journal the provider's statement has to show, movement by movement. Sponsors' deposits and owners'
 * repayments of loans come under names that the provider does not know, and are only summed: with them the movements
 * must be all that the ledger says of the account, so that no event can move money past this book.
 */
final class CashBook {

    /** @param key the kind, the reference and the currency, by which the statement's line is found */
    record Line(String key, long minorUnits, long page, Instant at) {}

    private final String campaign;
    private final String currency;
    private final Findings findings;
    private final Map<String, Line> lines = new HashMap<>();
    private final Map<String, String> payments = new HashMap<>();
    private final Map<String, String> payouts = new HashMap<>();
    private long page;
    private int place;
    private long moved;

    CashBook(String campaign, String currency, Findings findings) {
        this.campaign = campaign;
        this.currency = currency;
        this.findings = findings;
    }

    /** By the movement's name. */
    Map<String, Line> lines() {
        return lines;
    }

    void read(Page read) {
        page = read.n();
        place = 0;
        for (Entry entry : read.entries()) {
            moved = 0;
            for (Event event : entry.events()) {
                read(event);
                place++;
            }
            long booked = entry.transaction() == null
                    ? 0
                    : entry.transaction().postings().stream()
                            .filter(posting -> posting.account() == Account.CASH_PSP)
                            .mapToLong(posting -> posting.minorUnits())
                            .sum();
            long named = moved;
            findings.require(
                    booked == named,
                    Check.STATEMENT,
                    () -> booked + " move on our account with the provider, " + named + " are named");
        }
    }

    private void read(Event event) {
        if (event instanceof Event.PledgePlaced e) {
            payments.put(e.promise().pledge(), e.promise().payment());
        } else if (event instanceof Event.PledgeConfirmed e) {
            add("charge", payments.getOrDefault(e.pledge(), e.pledge()), e.amountMinorUnits() - e.feeMinorUnits(), e);
        } else if (event instanceof Event.PledgeIncreased e) {
            add("charge", e.payment(), e.amountMinorUnits() - e.feeMinorUnits(), e);
        } else if (event instanceof Event.StrayMoneyReceived e) {
            add("charge", e.money().payment(), e.money().amountMinorUnits() - e.feeMinorUnits(), e);
        } else if (event instanceof Event.Refunded e) {
            add("refund", e.money().id(), -e.money().amountMinorUnits(), e);
        } else if (event instanceof Event.LenderRepaid e) {
            add("refund", e.part().reference(), -e.part().amountMinorUnits(), e);
        } else if (event instanceof Event.PaidOut e) {
            payouts.put(e.payout(), e.reference());
            add("payout", e.reference(), -e.amountMinorUnits(), e);
        } else if (event instanceof Event.PayoutCameBack e) {
            add("payout", payouts.getOrDefault(e.payout(), e.payout()), e.amountMinorUnits(), e);
        } else if (event instanceof Event.MoneyDisputed e) {
            add(
                    "dispute",
                    e.dispute().id(),
                    -e.dispute().amountMinorUnits() - e.dispute().feeMinorUnits(),
                    e);
        } else if (event instanceof Event.DisputeResolved e && e.dispute().state() == Dispute.State.WON) {
            add("dispute", e.dispute().id(), e.dispute().amountMinorUnits(), e);
        } else if (event instanceof Event.AllowanceGranted e) {
            moved = Math.addExact(moved, e.added());
        } else if (event instanceof Event.AllowanceReleased e) {
            moved = Math.subtractExact(moved, e.amountMinorUnits());
        } else if (event instanceof Event.RepaymentReceived e) {
            moved = Math.addExact(moved, e.amountMinorUnits());
        }
    }

    private void add(String kind, String reference, long minorUnits, Event event) {
        moved = Math.addExact(moved, minorUnits);
        lines.put(
                campaign + "/" + page + "/" + place,
                new Line(kind + " " + reference + " " + currency, minorUnits, page, event.at()));
    }
}
