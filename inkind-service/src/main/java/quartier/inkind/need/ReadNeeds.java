package quartier.inkind.need;

import java.util.List;
import java.util.Optional;

/** What may be seen of needs, and by whom. */
public final class ReadNeeds {

    private final Needs needs;

    public ReadNeeds(Needs needs) {
        this.needs = needs;
    }

    public Optional<Needs.Versioned> find(String needId) {
        return needs.find(needId);
    }

    public NeedPage list(NeedFilter filter) {
        return needs.list(filter);
    }

    /** Offers on a need: all of them for its owner, their own for everybody else. */
    public static List<Commitment> offersSeenBy(String member, Need need) {
        return need.project().owner().equals(member)
                ? need.commitments()
                : need.commitments().stream()
                        .filter(made -> made.offer().by().equals(member))
                        .toList();
    }
}
