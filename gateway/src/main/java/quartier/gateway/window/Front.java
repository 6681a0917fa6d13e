package quartier.gateway.window;

import java.util.List;
import quartier.gateway.call.Part;
import quartier.gateway.catalog.FrontPage;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Words;

/** What the territory's staff put in front: themes, and the projects that they like with the reason. */
record Front(List<FrontPage.Theme> themes, List<Liked> liked) {

    record Liked(Project project, Words text) {}

    static Front of(Part<FrontPage> page, List<Project> projects) {
        FrontPage shown = page.getValue();
        if (shown == null) {
            return new Front(List.of(), List.of());
        }
        List<Liked> liked = shown.picks().stream()
                .flatMap(pick -> projects.stream()
                        .filter(project -> project.id().equals(pick.project()))
                        .map(project -> new Liked(project, pick.text())))
                .toList();
        return new Front(shown.themes(), liked);
    }
}
