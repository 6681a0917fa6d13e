package quartier.pledge.simulation;

import java.util.ArrayList;
import java.util.List;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Payout;

/** What of a campaign is still to be done, or to be heard of. */
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
        if (!escrow.isSettled()) {
            open.add("not settled: " + campaign + " " + escrow.totals());
        }
        escrow.due(world.bank().news().now()).forEach(due -> open.add(campaign + " has to do " + due));
        escrow.failedRefunds().forEach(refund -> open.add(campaign + " owes " + refund));
        escrow.cashRefunds().forEach(refund -> open.add(campaign + " owes in cash " + refund));
        escrow.loans().pending().stream().forEach(part -> open.add(campaign + " owes a lender " + part));
        escrow.payouts()
                .filter(payout -> !(payout instanceof Payout.Done))
                .forEach(payout -> open.add(campaign + " owes its owner " + payout));
        listen();
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
