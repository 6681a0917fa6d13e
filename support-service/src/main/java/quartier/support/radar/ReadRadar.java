package quartier.support.radar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a supporter sees of projects that emerge. */
public final class ReadRadar {

    /** One project with what helps to judge it. */
    public record Sighting(EmergingProject project, List<OpenNeed> openNeeds, boolean watched) {
        public Sighting {
            openNeeds = List.copyOf(openNeeds);
        }
    }

    /** A watched project; it is not under way for ever. */
    public record Watched(Watch watch, EmergingProject project) {}

    private final EmergingProjects projects;
    private final Watches watches;

    public ReadRadar(EmergingProjects projects, Watches watches) {
        this.projects = projects;
        this.watches = watches;
    }

    public Optional<EmergingProject> project(String id) {
        return projects.find(id);
    }

    /** @param supporters for which the reader acts */
    public List<Sighting> search(Set<String> supporters, RadarCriteria criteria) {
        List<EmergingProject> found = projects.search(criteria);
        List<String> ids = found.stream().map(one -> one.launched().id()).toList();
        Map<String, List<OpenNeed>> needs =
                projects.openNeedsOf(ids).stream().collect(Collectors.groupingBy(OpenNeed::project));
        Set<String> watched = supporters.stream()
                .flatMap(supporter -> watches.of(supporter, WatchProject.MOST).stream())
                .map(Watch::project)
                .collect(Collectors.toSet());
        return found.stream()
                .map(one -> new Sighting(
                        one,
                        needs.getOrDefault(one.launched().id(), List.of()),
                        watched.contains(one.launched().id())))
                .toList();
    }

    public List<Watched> watchedBy(String supporter) {
        List<Watch> all = watches.of(supporter, WatchProject.MOST);
        Map<String, EmergingProject> known = projects
                .find(all.stream().map(Watch::project).toList())
                .stream()
                .collect(Collectors.toMap(one -> one.launched().id(), Function.identity()));
        return all.stream()
                .flatMap(watch -> Optional.ofNullable(known.get(watch.project())).stream()
                        .map(project -> new Watched(watch, project)))
                .toList();
    }
}
