package quartier.support.offer;

/**
 * A rule of the platform or of the law, as a value: what refuses something can be named, shown and looked up.
 *
 * @param id stable
 * @param french what it says, to whoever it stops
 * @param reference where it stands
 * @param appliedBy the service that applies it
 */
public record Rule(String id, String french, String english, String reference, String appliedBy) {}
