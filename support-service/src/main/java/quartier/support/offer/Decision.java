package quartier.support.offer;

/** What came of a request about an offer. */
public sealed interface Decision {

    record Changed(SupportOffer offer) implements Decision {}

    /** It was so already: the same request again. */
    record Unchanged(SupportOffer offer) implements Decision {}

    record Refused(Rejection reason) implements Decision {}
}
