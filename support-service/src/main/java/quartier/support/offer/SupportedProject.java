package quartier.support.offer;

/**
 * What an offer has to know of its project.
 *
 * @param underWay it runs, and its campaign is open or has succeeded
 * @param percent of its goal, given so far
 */
public record SupportedProject(
        String id,
        String slug,
        String title,
        String owner,
        boolean underWay,
        int percent,
        int backers,
        int minimumPercent,
        int minimumBackers) {

    boolean supportedByResidents() {
        return percent >= minimumPercent && backers >= minimumBackers;
    }
}
