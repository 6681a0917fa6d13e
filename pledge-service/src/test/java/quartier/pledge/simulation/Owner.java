package quartier.pledge.simulation;

import java.time.Duration;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Money;

/**
 * Who pays loans back: some of it, at times late or never; and the operator who enters it, again when nothing is heard,
 * and again by mistake.
 */
final class Owner {

    private static final int TRIES = 3;

    private final World world;
    private final String campaign;
    private final Chance chance;
    private int transfers;

    Owner(World world, String campaign) {
        this.world = world;
        this.campaign = campaign;
        this.chance = world.chance();
    }

    void start() {
        world.scheduler().start("world", "owner", this::repayForEver);
    }

    private void repayForEver() {
        while (!world.weather().isCalm()) {
            world.scheduler().pause(chance.between(Duration.ofMinutes(2), Duration.ofMinutes(40)));
            world.look(campaign, escrow -> {
                if (escrow.loans().outstandingMinorUnits() > 0) {
                    repay(escrow);
                }
            });
        }
    }

    private void repay(Escrow escrow) {
        String repayment = "rep" + ++transfers + "-" + campaign;
        long owed = escrow.loans().outstandingMinorUnits();
        long amount = chance.oneIn(8) ? owed : chance.between(1, chance.oneIn(8) ? 2 * owed : owed / 2 + 1);
        for (int tries = 1 + chance.below(TRIES); tries > 0; tries--) {
            long entered = chance.oneIn(12) ? amount + 1 : amount;
            world.history().enters(campaign, repayment, entered);
            world.ask(
                    "owner",
                    campaign,
                    at -> new Command.ReceiveRepayment(at, repayment, new Money(entered, "EUR"), "transfer", null));
            world.scheduler().pause(chance.between(Duration.ZERO, Duration.ofMinutes(2)));
        }
    }
}
