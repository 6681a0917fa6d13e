package quartier.catalog.project;

/**
 * What the public projects of a territory and of those below it come to. Money and people are counted where a project is
 * at home, so that no sum over territories has them twice; what the territory supports elsewhere is counted by itself.
 *
 * @param live those that can be backed now
 * @param succeeded funded or realised
 * @param collectedMinorUnits in euro cents
 * @param backers of each project; who backs two is counted twice
 */
public record Figures(
        long projects, long live, long succeeded, long collectedMinorUnits, long backers, long coSupported) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0);
    static final Figures ONE_SUPPORTED = new Figures(0, 0, 0, 0, 0, 1);

    Figures plus(Figures other) {
        return new Figures(
                projects + other.projects,
                live + other.live,
                succeeded + other.succeeded,
                Math.addExact(collectedMinorUnits, other.collectedMinorUnits),
                backers + other.backers,
                coSupported + other.coSupported);
    }

    Figures minus(Figures other) {
        return new Figures(
                projects - other.projects,
                live - other.live,
                succeeded - other.succeeded,
                Math.subtractExact(collectedMinorUnits, other.collectedMinorUnits),
                backers - other.backers,
                coSupported - other.coSupported);
    }
}
