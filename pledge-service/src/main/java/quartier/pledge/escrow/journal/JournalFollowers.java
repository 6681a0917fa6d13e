package quartier.pledge.escrow.journal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Page;

/** The projections and the relay, and what is known of pledges before they are projected. */
final class JournalFollowers implements Followers, AutoCloseable {

    private final ProjectionStore store;
    private final Follower projection;
    private final Follower relay;
    private final ConcurrentHashMap<String, String> unprojected;
    private final ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor();

    JournalFollowers(
            ProjectionStore store, Follower projection, Follower relay, ConcurrentHashMap<String, String> unprojected) {
        this.store = store;
        this.projection = projection;
        this.relay = relay;
        this.unprojected = unprojected;
    }

    @Override
    public void opening(String campaign) {
        store.opening(campaign);
    }

    @Override
    public CompletableFuture<Map<String, String>> campaignsOtherThan(String campaign, Set<String> pledges) {
        return CompletableFuture.supplyAsync(
                () -> {
                    Map<String, String> other = new HashMap<>();
                    Set<String> unknown = new HashSet<>();
                    for (String pledge : pledges) {
                        String known = unprojected.get(pledge);
                        if (known == null) {
                            unknown.add(pledge);
                        } else {
                            other.put(pledge, known);
                        }
                    }
                    other.putAll(store.campaignsOf(unknown));
                    other.values().removeIf(campaign::equals);
                    return other;
                },
                lookups);
    }

    @Override
    public void told(Command command, Outcome outcome) {
        if (command instanceof Command.PlacePledge place
                && outcome instanceof Outcome.Accepted accepted
                && !accepted.events().isEmpty()) {
            unprojected.put(place.pledge(), accepted.escrow().campaign());
        }
    }

    /** The campaign of a pledge that was just placed. */
    Optional<String> campaignOf(String pledge) {
        return Optional.ofNullable(unprojected.get(pledge));
    }

    @Override
    public void committed(Page page, Folded before, Folded after) {
        Follower.Step step = new Follower.Step(page, before, after);
        projection.committed(step);
        relay.committed(step);
    }

    @Override
    public void close() {
        projection.close();
        relay.close();
        lookups.shutdownNow();
    }
}
