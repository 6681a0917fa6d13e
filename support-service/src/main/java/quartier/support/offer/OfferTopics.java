package quartier.support.offer;

/** Where the events of offers are published. */
public final class OfferTopics {

    public static final String OFFERS = "quartier.support.offers";

    private OfferTopics() {}
}
