package quartier.gateway.window;

import java.util.List;
import quartier.gateway.call.Money;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Territory;

/** What a territory's projects come to, from the projects that its window lists. */
record Figures(int projects, Money collected, long backers, long succeeded, long coSupported) {

    /**
     * Of one window. What the territory supports elsewhere stands in its window and is counted by itself: its money is
     * counted where it is at home, so that no sum over territories has it twice.
     */
    static Figures in(Territory window, List<Project> projects) {
        List<Project> own = projects.stream()
                .filter(project -> project.coSupports().isEmpty() || project.isAtHomeIn(window.id()))
                .toList();
        Figures figures = of(own);
        return new Figures(
                figures.projects(),
                figures.collected(),
                figures.backers(),
                figures.succeeded(),
                projects.size() - (long) own.size());
    }

    static Figures of(List<Project> projects) {
        long collected = projects.stream()
                .map(project -> project.totalsOrNothing().collected())
                .mapToLong(sum -> sum == null ? 0 : sum.amount())
                .sum();
        long backers = projects.stream()
                .mapToLong(project -> project.totalsOrNothing().backers())
                .sum();
        long succeeded = projects.stream()
                .filter(project -> project.is("funded") || project.is("realised"))
                .count();
        return new Figures(projects.size(), new Money(collected, "EUR"), backers, succeeded, 0);
    }
}
