package quartier.support.radar;

/** An agent keeps a project in view, with a note to colleagues. */
public final class WatchProject {

    /** A list that nobody reads to the end is no watch list. */
    public static final int MOST = 100;

    public enum Outcome {
        WATCHED,
        NO_SUCH_PROJECT,
        LIST_FULL
    }

    private final EmergingProjects projects;
    private final Watches watches;

    public WatchProject(EmergingProjects projects, Watches watches) {
        this.projects = projects;
        this.watches = watches;
    }

    public Outcome watch(Watch watch) {
        if (projects.find(watch.project()).isEmpty()) {
            return Outcome.NO_SUCH_PROJECT;
        }
        if (!watches.contains(watch.supporter(), watch.project()) && watches.count(watch.supporter()) >= MOST) {
            return Outcome.LIST_FULL;
        }
        watches.put(watch);
        return Outcome.WATCHED;
    }

    /** Nothing happens when it was not watched. */
    public void forget(String supporter, String project) {
        watches.remove(supporter, project);
    }
}
