package quartier.support.offer;

/** The organisation that offers; approved at that moment. */
public record OfferingSupporter(String id, String name, boolean isPublic) {}
