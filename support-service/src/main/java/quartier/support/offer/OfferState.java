package quartier.support.offer;

/** Where an offer stands. Once answered or withdrawn it stays as it is. */
public enum OfferState {
    MADE,
    ACCEPTED,
    DECLINED,
    WITHDRAWN;

    boolean mayBecome(OfferState next) {
        return this == MADE && next != MADE;
    }
}
