package quartier.pledge.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Account;
import quartier.pledge.escrow.Dispute;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Page;
import quartier.pledge.escrow.Payout;
import quartier.pledge.escrow.journal.SteppedReplica;

/** The bank's books and the ledger of one campaign, movement by movement and in sum. */
final class Accounts {

    /** How far a process's clock may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final World world;
    private final String campaign;
    private final Map<String, String> firstPayments = new HashMap<>();
    private final Map<String, Long> received = new HashMap<>();
    private final Map<String, Long> refunded = new HashMap<>();
    private final Map<String, Long> disputed = new HashMap<>();
    private final Map<String, Long> paidOut = new HashMap<>();
    private final Map<String, String> lastPayouts = new HashMap<>();
    private final Set<String> repayments = new HashSet<>();
    /** What comes to the bank by other ways than payments: sponsors' and owners' money. */
    private long otherwise;

    private Instant reserveUntil = Instant.MIN;

    private Accounts(World world, String campaign) {
        this.world = world;
        this.campaign = campaign;
    }

    /** @throws AssertionError when they don't agree */
    static void compare(World world, String campaign, List<Page> pages) {
        Accounts accounts = new Accounts(world, campaign);
        for (Page page : pages) {
            for (Entry entry : page.entries()) {
                entry.events().forEach(accounts::read);
            }
        }
        accounts.compare();
    }

    private void read(Event event) {
        switch (event) {
            case Event.PledgePlaced e -> {
                firstPayments.put(e.promise().pledge(), e.promise().payment());
            }
            case Event.PledgeConfirmed e -> {
                String payment = firstPayments.getOrDefault(e.pledge(), "");
                receive(payment, e.amountMinorUnits() - e.feeMinorUnits(), e.reversibleUntil());
            }
            case Event.PledgeIncreased e -> {
                receive(e.payment(), e.amountMinorUnits() - e.feeMinorUnits(), e.reversibleUntil());
            }
            case Event.StrayMoneyReceived e -> {
                received.merge(e.money().payment(), e.money().amountMinorUnits() - e.feeMinorUnits(), Long::sum);
            }
            case Event.Refunded e -> {
                refunded.merge(e.money().payment(), e.money().amountMinorUnits(), Long::sum);
            }
            case Event.LenderRepaid e -> {
                refunded.merge(e.part().payment(), e.part().amountMinorUnits(), Long::sum);
            }
            case Event.RepaymentReceived e -> {
                require(
                        world.history().isEntered(campaign, e.repayment(), e.amountMinorUnits())
                                && repayments.add(e.repayment()),
                        "nobody has entered, or not once more: " + e);
                otherwise += e.amountMinorUnits();
            }
            case Event.AllowanceGranted e -> {
                otherwise += e.added();
            }
            case Event.AllowanceReleased e -> {
                otherwise -= e.amountMinorUnits();
            }
            case Event.CampaignFunded e -> {
                reserveUntil = Objects.requireNonNullElse(e.reserveUntil(), Instant.MIN);
            }
            default -> {
                readOfWhatGoes(event);
            }
        }
    }

    private void readOfWhatGoes(Event event) {
        if (event instanceof Event.MoneyDisputed e) {
            disputed.merge(
                    e.dispute().id(),
                    e.dispute().amountMinorUnits() + e.dispute().feeMinorUnits(),
                    Long::sum);
        } else if (event instanceof Event.DisputeResolved e && e.dispute().state() == Dispute.State.WON) {
            disputed.merge(e.dispute().id(), -e.dispute().amountMinorUnits(), Long::sum);
        } else if (event instanceof Event.PaidOut e) {
            lastPayouts.put(e.payout(), e.reference());
            paidOut.merge(e.reference(), e.amountMinorUnits(), Long::sum);
        } else if (event instanceof Event.PayoutCameBack e) {
            paidOut.merge(lastPayouts.getOrDefault(e.payout(), ""), -e.amountMinorUnits(), Long::sum);
        }
    }

    private void receive(String payment, long net, @Nullable Instant reversibleUntil) {
        received.merge(payment, net, Long::sum);
        Bank.Payment known = world.bank().payments().get(payment);
        require(
                known == null || Objects.equals(known.reversibleUntil(), reversibleUntil),
                payment + " may be taken back until " + reversibleUntil + " for the ledger, and not for the bank");
    }

    private void compare() {
        long cash = otherwise;
        for (Bank.Payment payment : world.bank().payments().values()) {
            if (payment.campaign.equals(campaign)) {
                long net = payment.captured() == 0 ? 0 : payment.captured() - payment.fee;
                same("captured of " + payment.id, net, received.remove(payment.id));
                same("refunded of " + payment.id, payment.refunded, refunded.remove(payment.id));
                cash += net - payment.refunded;
            }
        }
        for (BankDisputes.Dispute dispute : world.bank().disputes().all()) {
            if (dispute.payment.campaign.equals(campaign) && dispute.moved()) {
                long gone = dispute.fee + (dispute.hasMoney() ? dispute.amount : 0);
                same("taken by " + dispute.id, gone, disputed.remove(dispute.id));
                cash -= gone;
            }
        }
        for (BankPayouts.Sent sent : world.bank().payouts().all()) {
            if (sent.request.campaign().equals(campaign)) {
                long gone =
                        sent.went() && !sent.cameBack() ? sent.request.amount().minorUnits() : 0;
                same("paid out as " + sent.request.key(), gone, paidOut.remove(sent.request.key()));
                cash -= gone;
                requireReserve(sent);
            }
        }
        require(received.isEmpty(), "in the ledger and not at the bank: " + received);
        require(refunded.isEmpty(), "refunded in the ledger and not at the bank: " + refunded);
        require(disputed.isEmpty(), "disputed in the ledger and not at the bank: " + disputed);
        require(paidOut.isEmpty(), "paid out in the ledger and not at the bank: " + paidOut);
        same(
                "cash of " + campaign,
                cash,
                SteppedReplica.folds(world.store(), campaign)
                        .getLast()
                        .balances()
                        .get(Account.CASH_PSP));
    }

    private void requireReserve(BankPayouts.Sent sent) {
        boolean early = sent.went()
                && sent.request.payout().equals(Payout.RESERVE)
                && sent.wentAt.plus(AHEAD).isBefore(reserveUntil);
        require(!early, "the reserve of " + campaign + " went at " + sent.wentAt + ", before " + reserveUntil);
    }

    private static void same(String what, long bank, @Nullable Long ledger) {
        long booked = ledger == null ? 0 : ledger;
        require(bank == booked, what + ": the bank says " + bank + ", the ledger " + booked);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }
}
