package quartier.inkind.need;

import java.time.Instant;
import java.util.function.Function;

/** The two parties take an offer further; an offer of an unknown need is an unknown offer. */
public final class FollowOffer {

    private final Needs needs;

    public FollowOffer(Needs needs) {
        this.needs = needs;
    }

    public Decision accept(String offerId, String member, Instant at) {
        return change(offerId, need -> need.accept(offerId, member, at));
    }

    public Decision decline(String offerId, String member, String reason, Instant at) {
        return change(offerId, need -> need.decline(offerId, member, reason, at));
    }

    public Decision withdraw(String offerId, String member, Instant at) {
        return change(offerId, need -> need.withdraw(offerId, member, at));
    }

    public Decision done(String offerId, String member, Instant at) {
        return change(offerId, need -> need.done(offerId, member, at));
    }

    public Decision thank(String offerId, String member, String thanks, Instant at) {
        return change(offerId, need -> need.thank(offerId, member, thanks, at));
    }

    private Decision change(String offerId, Function<Need, Decision> step) {
        return needs.change(Offer.needOf(offerId), step)
                .orElseGet(() -> new Decision.Refused(new Rejection.NoSuchOffer()));
    }
}
