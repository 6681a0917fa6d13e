package quartier.support.offer;

import java.time.Instant;

/** An agent takes back an offer that was not answered yet. */
public final class WithdrawSupportOffer {

    private final SupportOffers offers;

    public WithdrawSupportOffer(SupportOffers offers) {
        this.offers = offers;
    }

    /** The caller has checked that the member acts for the offer's supporter. */
    public Decision withdraw(String offerId, Instant at) {
        return offers.change(offerId, offer -> offer.become(OfferState.WITHDRAWN, null, at))
                .orElseGet(() -> new Decision.Refused(new Rejection.NoSuchOffer()));
    }
}
