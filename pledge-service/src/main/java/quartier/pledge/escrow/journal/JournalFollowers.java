package quartier.pledge.escrow.journal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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
    private final Function<Set<String>, CompletableFuture<Map<String, String>>> campaignsOf;

    /** @param campaignsOf the campaigns of those pledges that are projected */
    JournalFollowers(
            Projections store,
            Follower projection,
            Follower relay,
            Unprojected unprojected,
            boolean follow,
            Function<Set<String>, CompletableFuture<Map<String, String>>> campaignsOf) {
        this.store = store;
        this.projection = projection;
        this.relay = relay;
        this.unprojected = unprojected;
        this.follow = follow;
        this.campaignsOf = campaignsOf;
    }

    @Override
    public void opening(String campaign) {
        store.opening(campaign);
    }

    @Override
    public CompletableFuture<Map<String, String>> campaignsOtherThan(String campaign, Set<String> pledges) {
        Map<String, String> other = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (String pledge : pledges) {
            String known = unprojected.campaignOf(pledge).orElse(null);
            if (known == null) {
                unknown.add(pledge);
            } else if (!known.equals(campaign)) {
                other.put(pledge, known);
            }
        }
        return campaignsOf.apply(unknown).thenApply(campaigns -> {
            for (String pledge : unknown) {
                String found = campaigns.get(pledge);
                if (found != null && !found.equals(campaign)) {
                    other.put(pledge, found);
                }
            }
            return other;
        });
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
