package quartier.support.radar.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.support.radar.EmergingProject;
import quartier.support.radar.RadarCriteria;
import quartier.support.radar.ReadRadar;
import quartier.support.radar.ReadRadar.Sighting;
import quartier.support.radar.Watch;
import quartier.support.radar.WatchProject;
import quartier.support.supporter.Supporter;
import quartier.support.web.Agents;
import quartier.support.web.Cursors;
import quartier.support.web.ItemPage;
import quartier.support.web.Limits;

/** What emerges, for agents of approved organisations. */
@RestController
final class RadarController {

    private final Agents agents;
    private final ReadRadar radar;
    private final WatchProject watchProject;
    private final Clock clock;

    RadarController(Agents agents, ReadRadar radar, WatchProject watchProject, Clock clock) {
        this.agents = agents;
        this.radar = radar;
        this.watchProject = watchProject;
        this.clock = clock;
    }

    /** Without a supporter, for all organisations that the caller acts for. */
    @GetMapping("/v1/radar")
    @AllowedTo(Role.MEMBER)
    ItemPage<SightingRepresentation> search(
            Caller caller,
            @RequestParam @Nullable String supporter,
            @RequestParam @Nullable String territory,
            @RequestParam @Nullable String theme,
            @RequestParam @Nullable Integer minimumPercent,
            @RequestParam @Nullable Integer minimumBackers,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        int most = Limits.checked(limit);
        var criteria = new RadarCriteria(
                blankToNull(territory),
                blankToNull(theme),
                minimumPercent,
                minimumBackers,
                Cursors.read(cursor, RadarCriteria.After::new),
                most + 1);
        List<Sighting> found = radar.search(actingFor(caller, blankToNull(supporter)), criteria);
        return new ItemPage<>(
                found.stream().limit(most).map(SightingRepresentation::of).toList(),
                found.size() > most ? cursorAfter(found.get(most - 1).project()) : null);
    }

    @GetMapping("/v1/supporters/{id}/watches")
    @AllowedTo(Role.MEMBER)
    ItemPage<WatchRepresentation> watches(Caller caller, @PathVariable String id) {
        agentOf(caller, id);
        return new ItemPage<>(
                radar.watchedBy(id).stream().map(WatchRepresentation::of).toList(), null);
    }

    @PutMapping("/v1/supporters/{id}/watches/{project}")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<Void> watch(
            Caller caller,
            @PathVariable String id,
            @PathVariable String project,
            @Valid @RequestBody(required = false) @Nullable WatchRequest body) {
        agentOf(caller, id);
        String note = body == null ? null : body.note();
        var watch =
                new Watch(id, project, note, caller.memberId(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return switch (watchProject.watch(watch)) {
            case WATCHED -> ResponseEntity.noContent().build();
            case NO_SUCH_PROJECT -> throw Problem.notFound();
            case LIST_FULL -> throw new Problem(HttpStatus.CONFLICT, "watch-list-full", WatchProject.MOST);
        };
    }

    @DeleteMapping("/v1/supporters/{id}/watches/{project}")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<Void> forget(Caller caller, @PathVariable String id, @PathVariable String project) {
        agentOf(caller, id);
        watchProject.forget(id, project);
        return ResponseEntity.noContent().build();
    }

    private Set<String> actingFor(Caller caller, @Nullable String supporter) {
        if (supporter != null) {
            return Set.of(agentOf(caller, supporter).id());
        }
        return agents.actingFor(caller).stream().map(Supporter::id).collect(Collectors.toSet());
    }

    private Supporter agentOf(Caller caller, String supporter) {
        return agents.actingFor(caller, supporter);
    }

    private static String cursorAfter(EmergingProject last) {
        return Cursors.write(last.launched().launchedAt(), last.launched().id());
    }

    private static @Nullable String blankToNull(@Nullable String filter) {
        return filter == null || filter.isBlank() ? null : filter;
    }
}
