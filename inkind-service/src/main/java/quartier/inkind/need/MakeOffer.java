package quartier.inkind.need;

import java.util.Optional;

/** A member answers a need. */
public final class MakeOffer {

    private final Needs needs;

    public MakeOffer(Needs needs) {
        this.needs = needs;
    }

    /** Empty when there is no such need. */
    public Optional<Decision> make(String needId, Offer offer) {
        return needs.change(needId, need -> need.offer(offer));
    }
}
