package quartier.catalog.delivery;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A launched project, as far as the delivery of its rewards needs to know it.
 *
 * @param delivering whether its money was raised, so that rewards are owed
 */
public record Backed(String id, String slug, String title, boolean delivering, List<Reward> rewards) {

    public Backed {
        rewards = List.copyOf(rewards);
    }

    /** @param shipped whether it goes to an address */
    public record Reward(
            String tier,
            String name,
            boolean shipped,
            @Nullable String handover,
            @Nullable String deliveryMonth) {}

    Optional<Reward> reward(@Nullable String tier) {
        return rewards.stream().filter(reward -> reward.tier().equals(tier)).findFirst();
    }

    /** The projects of this service. */
    public interface All {

        Optional<Backed> find(String project);

        boolean isCarriedBy(String project, String memberId);
    }
}
