package quartier.support.radar;

/**
 * Something that a project still looks for.
 *
 * @param left how many are not found yet
 */
public record OpenNeed(String id, String project, String kind, String title, int left, boolean open) {}
