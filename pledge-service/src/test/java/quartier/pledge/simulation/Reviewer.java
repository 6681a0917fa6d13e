package quartier.pledge.simulation;

import java.time.Duration;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Review;

/** Who looks at pledges that were held for review: clears them, refuses them, or comes too late. */
final class Reviewer {

    private final World world;
    private final String campaign;
    private final Chance chance;

    Reviewer(World world, String campaign) {
        this.world = world;
        this.campaign = campaign;
        this.chance = world.chance();
    }

    void start() {
        world.scheduler().start("world", "review", this::reviewForEver);
    }

    private void reviewForEver() {
        while (!world.weather().isCalm()) {
            world.scheduler().pause(chance.between(Duration.ofMinutes(2), Duration.ofMinutes(50)));
            world.look(campaign, escrow -> escrow.reviews().toList().forEach(this::review));
        }
    }

    private void review(Review review) {
        String pledge = review.pledge();
        switch (chance.below(4)) {
            case 0, 1 -> world.ask("review", campaign, at -> new Command.ClearPledge(at, pledge, "reviewer"));
            case 2 -> world.ask("review", campaign, at -> new Command.RefusePledge(at, pledge, "reviewer"));
            default -> {}
        }
    }
}
