package quartier.pledge.receipt.escrow;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.BackerKind;
import quartier.pledge.escrow.Dispute;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Payout;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.Refund;
import quartier.pledge.escrow.Tier;
import quartier.pledge.launch.Projects;
import quartier.pledge.receipt.Contributions;
import quartier.pledge.receipt.Gift;
import quartier.pledge.receipt.Gift.Standing;
import quartier.pledge.receipt.OwnerStatement;
import quartier.pledge.receipt.PaymentReceipt;

/** Folds of the journal, told in the words of receipts. */
final class EscrowContributions implements Contributions {

    private final Escrows escrows;
    private final PledgeViews pledges;
    private final Projects projects;
    private final OwnerStatements statements;

    EscrowContributions(Escrows escrows, PledgeViews pledges, Projects projects, OwnerStatements statements) {
        this.escrows = escrows;
        this.pledges = pledges;
        this.projects = projects;
        this.statements = statements;
    }

    @Override
    public Optional<String> backer(String pledge) {
        return pledges.find(pledge).map(view -> view.promise().backer());
    }

    @Override
    public Optional<Gift> gift(String pledge) {
        return inEscrow(pledge, EscrowContributions::gift);
    }

    private static Optional<Gift> gift(Escrow escrow, Pledge pledge) {
        PledgeMoney money = PledgeMoney.of(escrow, pledge, PledgeMoney.chargedBack(escrow));
        if (money.gross() == 0) {
            return Optional.empty();
        }
        Promise promise = pledge.promise();
        return Optional.of(new Gift(
                promise.pledge(),
                escrow.campaign(),
                promise.backer(),
                promise.organisation(),
                promise.isLoan() ? Gift.Kind.LOAN : Gift.Kind.GIFT,
                promise.backerKind() == BackerKind.PERSON ? Gift.Giver.PERSON : Gift.Giver.COMPANY,
                promise.amountMinorUnits(),
                escrow.terms().currency(),
                paidAt(escrow, pledge),
                reward(escrow, promise),
                standing(escrow, pledge, money)));
    }

    /** Where nobody has said what a reward is worth, it is taken for all that its tier costs. */
    private static Gift.@Nullable Reward reward(Escrow escrow, Promise promise) {
        String chosen = promise.tier();
        if (chosen == null) {
            return null;
        }
        Tier tier = escrow.terms().tier(chosen).orElseThrow();
        Long marketValue = tier.marketValueMinorUnits();
        return new Gift.Reward(
                tier.reward(), marketValue == null ? tier.amountMinorUnits() : marketValue, promise.rewardWaived());
    }

    private static Standing standing(Escrow escrow, Pledge pledge, PledgeMoney money) {
        boolean counts = pledge instanceof Pledge.Confirmed || pledge instanceof Pledge.Changing;
        if (!counts || money.isReturned() || isDisputed(escrow, pledge, Dispute.State.LOST)) {
            return new Standing.GivenBack();
        }
        return switch (escrow.state()) {
            case LIVE, SUSPENDED, CLOSING -> new Standing.Held();
            case NOT_FUNDED, CANCELLED -> new Standing.GivenBack();
            case FUNDED ->
                isDisputed(escrow, pledge, Dispute.State.OPEN) ? new Standing.Held() : released(escrow, pledge);
        };
    }

    /** What slow means brought is released with the reserve, when its payer can no longer take it back. */
    private static Standing released(Escrow escrow, Pledge pledge) {
        boolean slow = pledge.paid().stream().anyMatch(paid -> paid.reversibleUntil() != null);
        Optional<Payout> reserve = slow ? escrow.payout(Payout.RESERVE) : Optional.empty();
        Optional<Payout> last = reserve.or(() -> escrow.payout(Payout.MAIN));
        boolean mainIsOut = escrow.payout(Payout.MAIN).orElse(null) instanceof Payout.Done;
        return mainIsOut && last.orElse(null) instanceof Payout.Done done
                ? new Standing.Released(done.at())
                : new Standing.Held();
    }

    private static boolean isDisputed(Escrow escrow, Pledge pledge, Dispute.State state) {
        String id = pledge.promise().pledge();
        return escrow.disputes().anyMatch(dispute -> dispute.pledge().equals(id) && dispute.state() == state);
    }

    @Override
    public Optional<PaymentReceipt> payment(String pledge) {
        return inEscrow(pledge, this::payment);
    }

    private Optional<PaymentReceipt> payment(Escrow escrow, Pledge pledge) {
        PledgeMoney money = PledgeMoney.of(escrow, pledge, PledgeMoney.chargedBack(escrow));
        if (money.gross() == 0) {
            return Optional.empty();
        }
        Promise promise = pledge.promise();
        return Optional.of(new PaymentReceipt(
                promise.pledge(),
                escrow.campaign(),
                projects.find(escrow.campaign()).map(Projects.Project::title).orElse(null),
                promise.backer(),
                promise.organisation(),
                String.join(", ", money.payments()),
                money.gross(),
                escrow.terms().currency(),
                paidAt(escrow, pledge),
                money.refunds().stream().map(EscrowContributions::refund).toList()));
    }

    /** Where the time of the payment is not kept, because its pledge has ended, that of the pledge. */
    static Instant paidAt(Escrow escrow, Pledge pledge) {
        Instant confirmedAt = PledgeView.of(escrow, pledge).confirmedAt();
        return confirmedAt == null ? pledge.promise().placedAt() : confirmedAt;
    }

    private static PaymentReceipt.Refund refund(Refund refund) {
        var money = refund.of();
        return new PaymentReceipt.Refund(
                money.id(),
                money.amountMinorUnits(),
                money.reason().name().toLowerCase(Locale.ROOT),
                switch (refund) {
                    case Refund.Due due -> PaymentReceipt.State.DUE;
                    case Refund.Failed failed -> PaymentReceipt.State.FAILED;
                    case Refund.Done done -> PaymentReceipt.State.DONE;
                    case Refund.ChargedBack taken -> PaymentReceipt.State.CHARGED_BACK;
                },
                refund instanceof Refund.Done done ? done.at() : null);
    }

    @Override
    public Optional<OwnerStatement> statement(String campaign) {
        return escrows.find(campaign)
                .map(escrow ->
                        statements.of(escrow, escrows.statement(campaign).orElseThrow(), projects.find(campaign)));
    }

    private interface Reading<T> {
        Optional<T> of(Escrow escrow, Pledge pledge);
    }

    private <T> Optional<T> inEscrow(String pledge, Reading<T> reading) {
        return pledges.find(pledge)
                .flatMap(view -> escrows.find(view.campaign()))
                .flatMap(escrow -> escrow.pledge(pledge).flatMap(found -> reading.of(escrow, found)));
    }
}
