package quartier.support.offer;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The project's owner accepts or declines. */
public final class AnswerSupportOffer {

    private final SupportOffers offers;
    private final Surroundings surroundings;

    public AnswerSupportOffer(SupportOffers offers, Surroundings surroundings) {
        this.offers = offers;
        this.surroundings = surroundings;
    }

    public Decision accept(String offerId, String member, Instant at) {
        return asOwner(offerId, member, offer -> {
            if (offer.state() == OfferState.MADE
                    && !surroundings.supporterApproved(offer.supporter().id())) {
                return new Decision.Refused(new Rejection.SupporterNotApproved());
            }
            Optional<SupportedProject> project = surroundings.project(offer.project());
            if (offer.state() == OfferState.MADE
                    && project.filter(SupportedProject::underWay).isEmpty()) {
                return new Decision.Refused(new Rejection.ProjectNotUnderWay());
            }
            return offer.become(OfferState.ACCEPTED, null, at);
        });
    }

    public Decision decline(String offerId, String member, String reason, Instant at) {
        return asOwner(offerId, member, offer -> offer.become(OfferState.DECLINED, reason, at));
    }

    private Decision asOwner(String offerId, String member, Function<SupportOffer, Decision> step) {
        return offers.change(
                        offerId,
                        offer -> offer.owner().equals(member)
                                ? step.apply(offer)
                                : new Decision.Refused(new Rejection.NotYours()))
                .orElseGet(() -> new Decision.Refused(new Rejection.NoSuchOffer()));
    }
}
