package quartier.pledge.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Due;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Payout;
import quartier.pledge.payment.DisputeResult.Status;

/**
 * What of a campaign is still to be done, or to be heard of. What a payer's bank took for good the provider gives back to
 * nobody: a refund or a lender's part that such a payment owes stays failed until an operator ends it, and is no unrest.
 */
final class Debts {

    private final World world;
    private final String campaign;
    private final Escrow escrow;
    private final List<String> open = new ArrayList<>();

    private Debts(World world, String campaign, Escrow escrow) {
        this.world = world;
        this.campaign = campaign;
        this.escrow = escrow;
    }

    static List<String> of(World world, String campaign, Escrow escrow) {
        Debts debts = new Debts(world, campaign, escrow);
        debts.look();
        return debts.open;
    }

    private void look() {
        if (!escrow.state().isOver()) {
            open.add("no verdict on " + campaign);
        }
        boolean lost = world.bank().disputes().all().stream().anyMatch(dispute -> dispute.status == Status.LOST);
        if (!lost && !escrow.isSettled()) {
            open.add("not settled: " + campaign + " " + escrow.totals());
        }
        escrow.due(world.bank().news().now())
                .filter(due -> !isLost(paymentOf(due)))
                .forEach(due -> open.add(campaign + " has to do " + due));
        escrow.failedRefunds()
                .filter(refund -> !isLost(refund.of().payment()))
                .forEach(refund -> open.add(campaign + " owes " + refund));
        escrow.cashRefunds().forEach(refund -> open.add(campaign + " owes in cash " + refund));
        escrow.loans().pending().stream()
                .filter(part -> !isLost(part.payment()))
                .forEach(part -> open.add(campaign + " owes a lender " + part));
        escrow.payouts()
                .filter(payout -> !(payout instanceof Payout.Done))
                .forEach(payout -> open.add(campaign + " owes its owner " + payout));
        listen();
    }

    private static @Nullable String paymentOf(Due due) {
        return switch (due) {
            case Due.RefundToMake refund -> refund.money().payment();
            case Due.LenderToRepay part -> part.payment();
            default -> null;
        };
    }

    private boolean isLost(@Nullable String payment) {
        return payment != null && world.bank().disputes().isLost(payment);
    }

    /** What the bank has done and nobody has heard of. */
    private void listen() {
        world.bank().payments().values().stream()
                .filter(payment -> payment.campaign.equals(campaign) && payment.captured() > 0)
                .filter(payment -> !isKnown(payment.id))
                .forEach(payment -> open.add("nobody has heard of " + payment.id));
        world.bank().disputes().all().stream()
                .filter(dispute -> dispute.payment.campaign.equals(campaign) && dispute.moved())
                .filter(dispute -> escrow.disputes()
                        .noneMatch(known -> known.id().equals(dispute.id)
                                && known.state().name().equals(dispute.status.name())))
                .forEach(dispute -> open.add("nobody has heard that " + dispute.id + " is " + dispute.status));
        escrow.payouts()
                .filter(payout -> payout instanceof Payout.Done done
                        && world.bank().payouts().cameBack(done.reference()))
                .forEach(payout -> open.add("nobody has heard that it came back: " + campaign + " " + payout));
    }

    private boolean isKnown(String payment) {
        return escrow.refund(payment).isPresent()
                || escrow.pledges()
                        .flatMap(pledge -> pledge.paid().stream())
                        .anyMatch(paid -> paid.payment().equals(payment));
    }
}
