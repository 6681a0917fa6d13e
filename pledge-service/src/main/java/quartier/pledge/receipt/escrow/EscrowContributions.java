package quartier.pledge.receipt.escrow;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Payout;
import quartier.pledge.escrow.Pledge;
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
        return inEscrow(pledge, (escrow, found) -> {
            Paid paid = paid(escrow, found);
            return paid == null ? Optional.empty() : Optional.of(gift(escrow, found, paid));
        });
    }

    private static Gift gift(Escrow escrow, Pledge pledge, Paid paid) {
        Promise promise = pledge.promise();
        return new Gift(
                promise.pledge(),
                escrow.campaign(),
                promise.backer(),
                promise.organisation(),
                Gift.Kind.GIFT,
                promise.organisation() == null ? Gift.Giver.PERSON : Gift.Giver.COMPANY,
                promise.amountMinorUnits(),
                escrow.terms().currency(),
                paid.at(),
                reward(escrow, promise),
                standing(escrow, pledge));
    }

    /** Nobody has said what a reward is worth: it is taken for all that its tier costs. */
    private static Gift.@Nullable Reward reward(Escrow escrow, Promise promise) {
        String tier = promise.tier();
        if (tier == null) {
            return null;
        }
        Tier chosen = escrow.terms().tier(tier).orElseThrow();
        return new Gift.Reward(chosen.reward(), chosen.amountMinorUnits(), false);
    }

    private static Standing standing(Escrow escrow, Pledge pledge) {
        boolean kept = pledge instanceof Pledge.Confirmed
                && refundsOf(escrow, pledge.promise()).findAny().isEmpty();
        if (!kept) {
            return new Standing.GivenBack();
        }
        return switch (escrow.state()) {
            case LIVE, SUSPENDED, CLOSING -> new Standing.Held();
            case NOT_FUNDED, CANCELLED -> new Standing.GivenBack();
            case FUNDED ->
                escrow.payout().orElse(null) instanceof Payout.Done done
                        ? new Standing.Released(done.at())
                        : new Standing.Held();
        };
    }

    @Override
    public Optional<PaymentReceipt> payment(String pledge) {
        return inEscrow(pledge, (escrow, found) -> {
            Paid paid = paid(escrow, found);
            if (paid == null) {
                return Optional.empty();
            }
            Promise promise = found.promise();
            return Optional.of(new PaymentReceipt(
                    pledge,
                    escrow.campaign(),
                    title(escrow.campaign()),
                    promise.backer(),
                    promise.organisation(),
                    promise.payment(),
                    paid.amountMinorUnits(),
                    escrow.terms().currency(),
                    paid.at(),
                    refundsOf(escrow, promise).map(EscrowContributions::refund).toList()));
        });
    }

    @Override
    public Optional<OwnerStatement> statement(String campaign) {
        return escrows.find(campaign)
                .map(escrow ->
                        statements.of(escrow, escrows.statement(campaign).orElseThrow(), projects.find(campaign)));
    }

    private @Nullable String title(String campaign) {
        return projects.find(campaign).map(Projects.Project::title).orElse(null);
    }

    /** What came in for a pledge. */
    private record Paid(long amountMinorUnits, Instant at) {}

    private static @Nullable Paid paid(Escrow escrow, Pledge pledge) {
        Promise promise = pledge.promise();
        if (pledge instanceof Pledge.Confirmed(Promise ignored, Instant at, long fee)) {
            return new Paid(promise.amountMinorUnits(), at);
        }
        long returned = refundsOf(escrow, promise)
                .mapToLong(refund -> refund.of().amountMinorUnits())
                .reduce(0, Math::addExact);
        return returned == 0 ? null : new Paid(returned, promise.placedAt());
    }

    private static Stream<Refund> refundsOf(Escrow escrow, Promise promise) {
        return escrow.refund(promise.payment()).stream();
    }

    private static PaymentReceipt.Refund refund(Refund refund) {
        var money = refund.of();
        return new PaymentReceipt.Refund(
                money.payment(),
                money.amountMinorUnits(),
                money.reason().name().toLowerCase(Locale.ROOT),
                switch (refund) {
                    case Refund.Due due -> PaymentReceipt.State.DUE;
                    case Refund.Failed failed -> PaymentReceipt.State.FAILED;
                    case Refund.Done done -> PaymentReceipt.State.DONE;
                },
                refund instanceof Refund.Done done ? done.at() : null);
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
