package quartier.catalog.project.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.project.Campaign;
import quartier.catalog.project.Days;
import quartier.catalog.project.Happening;
import quartier.catalog.project.Project;
import quartier.catalog.project.ProjectState;
import quartier.catalog.project.Projects;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** A public project's milestones, and how its campaign grew from day to day. */
@RestController
class MilestoneController {

    /** @param kind launched, update, or the state that followed */
    record Milestone(Instant at, String kind, @Nullable String title) {}

    record Timeline(List<Milestone> items) {}

    record DayView(String date, MoneyJson collected, int backers) {}

    record Curve(List<DayView> items) {}

    private static final Set<ProjectState> PUBLIC = Set.of(
            ProjectState.SUSPENDED,
            ProjectState.CLOSING,
            ProjectState.FUNDED,
            ProjectState.NOT_FUNDED,
            ProjectState.CANCELLED,
            ProjectState.REALISED);

    private final Projects projects;
    private final Days days;

    MilestoneController(Projects projects, Days days) {
        this.projects = projects;
        this.days = days;
    }

    /** The oldest first. */
    @GetMapping("/v1/projects/{id}/timeline")
    @AllowedTo(Role.ANYONE)
    Timeline timeline(@PathVariable String id, Optional<Caller> caller) {
        Project project = visible(id, caller);
        List<Milestone> all = new ArrayList<>();
        Campaign campaign = project.campaign();
        if (campaign != null) {
            all.add(new Milestone(campaign.launchedAt(), "launched", null));
        }
        for (Happening happening : project.history()) {
            ProjectState to = happening.to();
            if (to != null && to != happening.from() && PUBLIC.contains(to)) {
                all.add(new Milestone(happening.at(), to.id(), null));
            }
            if (to == ProjectState.LIVE && happening.from() == ProjectState.SUSPENDED) {
                all.add(new Milestone(happening.at(), "resumed", null));
            }
        }
        project.updates().forEach(update -> all.add(new Milestone(update.at(), "update", update.title())));
        all.sort(Comparator.comparing(Milestone::at));
        return new Timeline(all);
    }

    /** One point a day; days on which nothing changed are left out. */
    @GetMapping("/v1/projects/{id}/curve")
    @AllowedTo(Role.ANYONE)
    Curve curve(@PathVariable String id, Optional<Caller> caller) {
        Project project = visible(id, caller);
        Campaign campaign = project.campaign();
        if (campaign == null) {
            return new Curve(List.of());
        }
        String currency = campaign.terms().currency();
        return new Curve(days.of(id).stream()
                .map(day -> new DayView(day.date(), MoneyJson.of(day.collectedMinorUnits(), currency), day.backers()))
                .toList());
    }

    private Project visible(String id, Optional<Caller> caller) {
        return projects.find(id)
                .filter(found -> found.isVisibleTo(caller.map(CallingActor::new)))
                .orElseThrow(Problem::notFound);
    }
}
