package quartier.gateway.window;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import quartier.gateway.call.Part;
import quartier.gateway.catalog.FrontPage;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Words;

/** What the territory's staff put in front: themes, and the projects that they like with the reason. */
record Front(List<FrontPage.Theme> themes, List<Liked> liked) {

    record Liked(Project project, Words text) {}

    /** @param projects by their ids; a pick that is not among them is not shown */
    static Front of(Part<FrontPage> page, Map<String, Project> projects) {
        FrontPage shown = page.getValue();
        if (shown == null) {
            return new Front(List.of(), List.of());
        }
        List<Liked> liked = shown.picks().stream()
                .flatMap(pick ->
                        Stream.ofNullable(projects.get(pick.project())).map(project -> new Liked(project, pick.text())))
                .toList();
        return new Front(shown.themes(), liked);
    }
}
