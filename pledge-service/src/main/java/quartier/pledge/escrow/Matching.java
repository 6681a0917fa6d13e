package quartier.pledge.escrow;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sponsors do for a campaign's pledges.
 *
 * @param allowances by id
 * @param ofPledges what stands beside each pledge, by allowance and pledge
 * @param ofBackers the same by allowance and backer
 */
public record Matching(
        PersistentMap<Allowance> allowances, PersistentMap<Long> ofPledges, PersistentMap<Long> ofBackers) {

    static final Matching NONE = new Matching(PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty());

    /** In the order of their ids, which is the order in which they match. */
    List<Allowance> all() {
        return allowances.values().stream()
                .sorted(Comparator.comparing(Allowance::id))
                .toList();
    }

    long ofPledge(Allowance allowance, String pledge) {
        Long matched = ofPledges.get(key(allowance.id(), pledge));
        return matched == null ? 0 : matched;
    }

    long ofBacker(Allowance allowance, String backer) {
        Long matched = ofBackers.get(key(allowance.id(), backer));
        return matched == null ? 0 : matched;
    }

    Matching with(Allowance allowance) {
        return new Matching(allowances.plus(allowance.id(), allowance), ofPledges, ofBackers);
    }

    /** @param change negative when it goes back */
    Matching matched(String id, long change, @Nullable Promise promise) {
        Allowance allowance = get(id).matched(change);
        PersistentMap<Allowance> after = allowances.plus(id, allowance);
        if (promise == null) {
            return new Matching(after, ofPledges, ofBackers);
        }
        String pledge = key(id, promise.pledge());
        String backer = key(id, promise.backer());
        return new Matching(
                after,
                ofPledges.plus(pledge, ofPledge(allowance, promise.pledge()) + change),
                ofBackers.plus(backer, ofBacker(allowance, promise.backer()) + change));
    }

    Allowance get(String id) {
        Allowance allowance = allowances.get(id);
        if (allowance == null) {
            throw new IllegalStateException("no allowance " + id);
        }
        return allowance;
    }

    private static String key(String allowance, String of) {
        return allowance + "/" + of;
    }
}
