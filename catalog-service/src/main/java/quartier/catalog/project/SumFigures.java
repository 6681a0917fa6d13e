package quartier.catalog.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * This replica's sums over all public projects, ready at any moment: reading costs the same for ten projects and for a
 * hundred thousand. Each project has one row, and a sum changes by the difference between a row and its next one, so that
 * what is heard twice or late counts once.
 *
 * <p>How a project stands comes from the store, its money from pledge-service's own word: the store is written after it,
 * by whichever replica hears it in the group. The later of both by the campaign's sequence holds.
 */
public final class SumFigures {

    /**
     * @param version of the project; -1 while only its campaign was heard of
     * @param home the territories in which its money counts
     * @param elsewhere those that support it from outside
     * @param heard the sequence of the campaign's last word
     */
    private record Row(
            long version,
            List<String> home,
            List<String> elsewhere,
            boolean live,
            boolean succeeded,
            long heard,
            Totals totals) {

        Row with(long sequence, Totals latest) {
            return new Row(version, home, elsewhere, live, succeeded, sequence, latest);
        }

        Figures figures() {
            return new Figures(1, live ? 1 : 0, succeeded ? 1 : 0, totals.collectedMinorUnits(), totals.backers(), 0);
        }
    }

    private static final Row UNKNOWN = new Row(-1, List.of(), List.of(), false, false, -1, Totals.NONE);

    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, Figures> sums = new HashMap<>();
    private Figures everywhere = Figures.NONE;

    /** Takes in a project, unless it is not public or this version or a newer one is known. */
    public synchronized void put(Project project) {
        Campaign campaign = project.campaign();
        Row known = rows.getOrDefault(project.id(), UNKNOWN);
        if (campaign == null || !project.isPublic() || known.version() >= project.version()) {
            return;
        }
        boolean later = campaign.sequence() > known.heard();
        List<String> home = project.territoryPath();
        replace(
                project.id(),
                new Row(
                        project.version(),
                        home,
                        project.shownIn().stream()
                                .filter(territory -> !home.contains(territory))
                                .toList(),
                        project.state() == ProjectState.LIVE,
                        project.state() == ProjectState.FUNDED || project.state() == ProjectState.REALISED,
                        later ? campaign.sequence() : known.heard(),
                        later ? campaign.totals() : known.totals()));
    }

    /** Takes in what pledge-service says of a campaign, whose project may not be known yet. */
    public synchronized void hear(String campaign, long sequence, Totals totals) {
        Row known = rows.getOrDefault(campaign, UNKNOWN);
        // Of the same sequence too: the store may have applied the step of which these are the totals.
        if (sequence >= known.heard()) {
            replace(campaign, known.with(sequence, totals));
        }
    }

    /** Of the territory and of those below it; nothing where there is no such territory. */
    public synchronized Figures in(String territory) {
        return sums.getOrDefault(territory, Figures.NONE);
    }

    /** Each project once. */
    public synchronized Figures everywhere() {
        return everywhere;
    }

    /** By territory; those without a project are left out. */
    public synchronized Map<String, Figures> byTerritory() {
        return Map.copyOf(sums);
    }

    private void replace(String project, Row next) {
        Row before = rows.getOrDefault(project, UNKNOWN);
        rows.put(project, next);
        if (before.version() >= 0) {
            Figures gone = before.figures();
            before.home().forEach(territory -> sums.computeIfPresent(territory, (id, sum) -> sum.minus(gone)));
            before.elsewhere()
                    .forEach(territory ->
                            sums.computeIfPresent(territory, (id, sum) -> sum.minus(Figures.ONE_SUPPORTED)));
            everywhere = everywhere.minus(gone);
        }
        if (next.version() >= 0) {
            Figures come = next.figures();
            next.home().forEach(territory -> sums.merge(territory, come, Figures::plus));
            next.elsewhere().forEach(territory -> sums.merge(territory, Figures.ONE_SUPPORTED, Figures::plus));
            everywhere = everywhere.plus(come);
        }
    }
}
