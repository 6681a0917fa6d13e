package quartier.catalog.project;

/**
 * @param memberId opaque; the only name of a person that leaves the service on the bus
 * @param name for display, from the owner's token; stays in this service's store
 */
public record Owner(String memberId, String name) {}
