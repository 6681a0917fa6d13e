package quartier.gateway.window;

import java.util.List;
import quartier.gateway.call.Money;
import quartier.gateway.catalog.Project;

/** What a territory's projects come to, from the projects that its window lists. */
record Figures(int projects, Money collected, long backers, long succeeded) {

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
        return new Figures(projects.size(), new Money(collected, "EUR"), backers, succeeded);
    }
}
