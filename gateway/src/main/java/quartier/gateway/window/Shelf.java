package quartier.gateway.window;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import quartier.gateway.catalog.Project;

/** A territory's projects, sorted into what one can still do about them. */
record Shelf(List<Project> open, List<Project> succeeded, List<Project> ended) {

    private static final Set<String> OPEN = Set.of("live", "closing", "suspended");
    private static final Set<String> SUCCEEDED = Set.of("funded", "realised");

    static Shelf of(List<Project> projects) {
        return new Shelf(
                projects.stream()
                        .filter(project -> OPEN.contains(project.state()))
                        .sorted(Comparator.comparing(
                                Project::state, Comparator.comparing(state -> !state.equals("live"))))
                        .toList(),
                projects.stream()
                        .filter(project -> SUCCEEDED.contains(project.state()))
                        .toList(),
                projects.stream()
                        .filter(project -> !OPEN.contains(project.state()) && !SUCCEEDED.contains(project.state()))
                        .toList());
    }
}
