package quartier.pledge.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.pledge.checkout.Checkout;
import quartier.pledge.checkout.Checkout.Placement;
import quartier.pledge.escrow.BackerKind;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.Visibility;
import quartier.pledge.payment.Amount;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.StartPayment;

/** Backers: they pledge, ask again when they hear nothing, change their minds, and make mistakes. */
final class Crowd {

    private static final int MOST_BACKERS = 14;
    private static final int TRIES = 4;
    private static final String CHANGE = "change-";

    private final World world;
    private final Chance chance;
    private final Scheduler scheduler;
    private int changes;

    Crowd(World world) {
        this.world = world;
        this.chance = world.chance();
        this.scheduler = world.scheduler();
    }

    void start() {
        int backers = 1 + chance.below(MOST_BACKERS);
        for (int n = 1; n <= backers; n++) {
            String pledge = "p" + n;
            String backer = "m" + chance.below(MOST_BACKERS);
            Checkout.Wish wish = wish(pledge, chance.of(world.campaigns()), backer, amount());
            scheduler.start("world", "backer", () -> live(wish));
            if (chance.oneIn(6)) {
                // Impatient: the same request at the same time, maybe to another process.
                scheduler.start("world", "backer", () -> live(wish));
            }
        }
    }

    private long amount() {
        return chance.oneIn(12) ? chance.between(-1, 0) : chance.between(1, 2_000);
    }

    private Checkout.Wish wish(String pledge, String campaign, String backer, long amount) {
        @Nullable String tier = chance.oneIn(3) ? chance.of(List.of("few", "many", "none")) : null;
        Money money = new Money(amount, chance.oneIn(30) ? "USD" : "EUR");
        boolean loan = tier == null && chance.oneIn(4);
        boolean waived = tier != null && chance.oneIn(4);
        return new Checkout.Wish(
                pledge,
                campaign,
                backer,
                null,
                chance.oneIn(20) ? BackerKind.PUBLIC_BODY : BackerKind.PERSON,
                money,
                tier,
                Visibility.NAME,
                loan,
                waived,
                money + " " + tier + " " + loan + " " + waived,
                List.of(),
                chance.of(List.of(Bank.Means.values())).name(),
                null);
    }

    private void live(Checkout.Wish wish) {
        scheduler.pause(
                chance.oneIn(3)
                        ? Duration.ofMinutes(chance.of(List.of(5, 60, 119, 120)))
                        : chance.between(Duration.ofSeconds(1), Duration.ofMinutes(125)));
        place(wish);
        switch (chance.below(8)) {
            case 0, 1 -> cancel(wish);
            case 2 -> {
                place(wish("p-another-" + wish.campaign(), wish.campaign(), wish.backer(), 100));
                place(wish(wish.pledge(), wish.campaign(), wish.backer(), 3));
            }
            case 3 -> place(wish);
            case 4, 5 -> change(wish);
            default -> {}
        }
    }

    private void place(Checkout.Wish wish) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Placement> answer = world.anyProcess()
                    .ask("place", services -> services.checkout().checkout().place(wish));
            boolean answered = answer.filter(placement -> !(placement instanceof Placement.Busy))
                    .isPresent();
            if (answered || chance.oneIn(6)) {
                return;
            }
            scheduler.pause(chance.between(Duration.ofSeconds(1), Duration.ofMinutes(3)));
        }
    }

    /** Another amount: the difference is paid, or comes back. */
    private void change(Checkout.Wish wish) {
        scheduler.pause(chance.between(Duration.ZERO, Duration.ofMinutes(40)));
        String change = wish.pledge() + '-' + ++changes;
        long amount = chance.between(1, 2_000);
        String method = chance.of(List.of(Bank.Means.values())).name();
        for (int tries = 0; tries < TRIES; tries++) {
            boolean answered = world.anyProcess()
                    .ask("change", services -> change(services, wish, change, amount, method))
                    .isPresent();
            if (answered || chance.oneIn(6)) {
                return;
            }
            scheduler.pause(chance.between(Duration.ofSeconds(1), Duration.ofMinutes(3)));
        }
    }

    private static Outcome change(
            Replica.Services services, Checkout.Wish wish, String change, long amount, String method) {
        String payment = CHANGE + change;
        var currency = wish.amount().currency();
        var command = new Command.ChangePledge(
                services.clock().instant(),
                change,
                wish.pledge(),
                new Money(amount, currency),
                wish.tier(),
                wish.rewardWaived(),
                wish.fingerprint() + amount,
                payment,
                Replica.HOLD);
        Outcome outcome = services.checkout().decisions().of(wish.campaign(), command);
        if (outcome instanceof Outcome.Accepted accepted
                && accepted.escrow().pledge(wish.pledge()).orElse(null) instanceof Pledge.Changing changing
                && changing.payment().equals(payment)) {
            var difference = new Amount(changing.waitsForMinorUnits(), currency);
            PaymentResult result =
                    services.provider().start(new StartPayment(payment, wish.campaign(), difference, method, null));
            services.checkout()
                    .reports()
                    .report(wish.campaign(), wish.pledge(), payment, result)
                    .ifPresent(decision -> services.checkout().decisions().await(decision));
        }
        return outcome;
    }

    /** The pledge of whose change this is the payment. */
    static Optional<String> pledgeOfChange(String payment) {
        return payment.startsWith(CHANGE)
                ? Optional.of(payment.substring(CHANGE.length(), payment.lastIndexOf('-')))
                : Optional.empty();
    }

    private void cancel(Checkout.Wish wish) {
        scheduler.pause(chance.between(Duration.ZERO, Duration.ofMinutes(40)));
        world.anyProcess()
                .ask(
                        "cancel",
                        services -> services.checkout()
                                .decisions()
                                .of(
                                        wish.campaign(),
                                        new Command.CancelPledge(
                                                services.clock().instant(), wish.pledge())));
    }
}
