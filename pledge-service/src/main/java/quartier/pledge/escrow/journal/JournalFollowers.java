package quartier.pledge.escrow.journal;

import java.util.Optional;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Page;

/** The projections and the relay, and what is known of pledges before they are projected. */
final class JournalFollowers implements Followers {

    private final Projections store;
    private final Follower projection;
    private final Follower relay;
    private final Unprojected unprojected;
    private final boolean follow;

    JournalFollowers(Projections store, Follower projection, Follower relay, Unprojected unprojected, boolean follow) {
        this.store = store;
        this.projection = projection;
        this.relay = relay;
        this.unprojected = unprojected;
        this.follow = follow;
    }

    @Override
    public void opening(String campaign) {
        store.opening(campaign);
    }

    @Override
    public void told(Command command, Outcome outcome, long page) {
        if (follow
                && command instanceof Command.PlacePledge place
                && outcome instanceof Outcome.Accepted accepted
                && !accepted.events().isEmpty()) {
            unprojected.add(place.pledge(), accepted.escrow().campaign(), page);
        }
    }

    /** The campaign of a pledge that was just placed. */
    Optional<String> campaignOf(String pledge) {
        return unprojected.campaignOf(pledge);
    }

    @Override
    public void committed(Page page, Folded before, Folded after) {
        if (!follow) {
            return;
        }
        Follower.Step step = new Follower.Step(page, before, after);
        projection.committed(step);
        relay.committed(step);
    }
}
