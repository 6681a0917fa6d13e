package quartier.pledge.audit;

import java.util.Optional;
import java.util.Set;

/** Where audits remember how far they came. */
interface Checkpoints {

    /** Remembers nothing. */
    Checkpoints NONE = new Checkpoints() {
        @Override
        public Set<String> campaigns() {
            return Set.of();
        }

        @Override
        public Optional<Checkpoint> find(String campaign) {
            return Optional.empty();
        }

        @Override
        public void put(Checkpoint checkpoint) {}
    };

    Set<String> campaigns();

    Optional<Checkpoint> find(String campaign);

    /** Unless one of a later page stands: a journal that became shorter is found by it. */
    void put(Checkpoint checkpoint);
}
