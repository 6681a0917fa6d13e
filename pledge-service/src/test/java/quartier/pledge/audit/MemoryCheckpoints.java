package quartier.pledge.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checkpoints as the store keeps them. */
final class MemoryCheckpoints implements Checkpoints {

    private final Map<String, Checkpoint> audited = new HashMap<>();

    @Override
    public Set<String> campaigns() {
        return audited.keySet();
    }

    @Override
    public Optional<Checkpoint> find(String campaign) {
        return Optional.ofNullable(audited.get(campaign));
    }

    @Override
    public void put(Checkpoint checkpoint) {
        audited.merge(
                checkpoint.campaign(), checkpoint, (before, after) -> before.page() > after.page() ? before : after);
    }
}
