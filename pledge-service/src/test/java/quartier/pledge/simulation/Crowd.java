package quartier.pledge.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quartier.pledge.checkout.Checkout;
import quartier.pledge.checkout.Checkout.Placement;
import quartier.pledge.checkout.PledgeChanges;
import quartier.pledge.escrow.BackerKind;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Visibility;

/** Backers: they pledge, ask again when they hear nothing, change their minds, and make mistakes. */
final class Crowd {

    private static final int MOST_BACKERS = 14;
    private static final int TRIES = 4;

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
            String pledge = id(n, "5");
            String backer = "m" + chance.below(MOST_BACKERS);
            String campaign = chance.of(world.campaigns());
            Checkout.Wish wish = wish(pledge, campaign, backer, amount());
            Duration after = when();
            scheduler.start("world", "backer", () -> live(after, wish));
            if (chance.oneIn(6)) {
                // Impatient: the same request at the same time, maybe to another process.
                scheduler.start("world", "backer", () -> live(after, wish));
            }
            if (world.campaigns().size() > 1 && chance.oneIn(5)) {
                String other = world.campaigns().get(campaign.equals("c1") ? 1 : 0);
                Checkout.Wish alsoThere = wish(id(n, "6"), other, backer, amount());
                scheduler.start("world", "backer", () -> live(after, alsoThere));
            }
        }
    }

    /** Like the ids in real life, and easy to recognise in a trace. */
    static String id(int n, String kind) {
        return String.format(Locale.ROOT, "%08d-0000-%s000-8000-000000000000", n, kind);
    }

    private String another(String campaign) {
        return id(1 + world.campaigns().indexOf(campaign), "a");
    }

    private String means() {
        return chance.of(List.of(Bank.Means.values())).name();
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
                chance.oneIn(5) ? List.of("velocity") : List.of(),
                means(),
                null);
    }

    private Duration when() {
        return chance.oneIn(3)
                ? Duration.ofMinutes(chance.of(List.of(5, 60, 119, 120)))
                : chance.between(Duration.ofSeconds(1), Duration.ofMinutes(125));
    }

    private void live(Duration after, Checkout.Wish wish) {
        scheduler.pause(after);
        place(wish);
        switch (chance.below(8)) {
            case 0, 1 -> cancel(wish);
            case 2 -> {
                place(wish(another(wish.campaign()), wish.campaign(), wish.backer(), 100));
                place(wish(wish.pledge(), wish.campaign(), wish.backer(), 3));
            }
            case 3 -> place(wish);
            case 4, 5 -> change(wish);
            default -> {}
        }
    }

    private void place(Checkout.Wish wish) {
        ask("place", services -> services.checkout().checkout().place(wish), Placement.Busy.class);
    }

    /** Again and again until it is answered, or nobody minds any more. */
    private <T> void ask(String what, Function<Replica.Services, T> request, Class<? extends T> busy) {
        for (int tries = 0; tries < TRIES; tries++) {
            boolean answered = world.anyProcess()
                    .ask(what, request)
                    .filter(answer -> !busy.isInstance(answer))
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
        Money amount = new Money(chance.between(1, 2_000), wish.amount().currency());
        var change = new PledgeChanges.Wish(
                id(++changes, "c"),
                wish.pledge(),
                wish.campaign(),
                amount,
                wish.tier(),
                wish.rewardWaived(),
                wish.fingerprint() + amount,
                amount.minorUnits() > wish.amount().minorUnits(),
                means(),
                null);
        ask("change", services -> services.checkout().changes().change(change), PledgeChanges.Result.Busy.class);
    }

    private void cancel(Checkout.Wish wish) {
        scheduler.pause(chance.between(Duration.ZERO, Duration.ofMinutes(40)));
        world.ask("cancel", wish.campaign(), at -> new Command.CancelPledge(at, wish.pledge()));
    }
}
