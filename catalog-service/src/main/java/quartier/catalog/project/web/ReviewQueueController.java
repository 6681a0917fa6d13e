package quartier.catalog.project.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.project.Policies;
import quartier.catalog.project.Policy;
import quartier.catalog.project.Project;
import quartier.catalog.project.ProjectState;
import quartier.catalog.project.Projects;
import quartier.catalog.project.RailReport;
import quartier.catalog.project.Review;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** What waits for the staff, the oldest first, with its age against the territory's service time. */
@RestController
class ReviewQueueController {

    /**
     * @param state {@code submitted} unless said otherwise
     * @param standing {@code free}, {@code taken}, {@code mine}, {@code late}, {@code appeal} or {@code second-eyes}
     * @param olderThanDays since the submission
     */
    record QueueQuery(
            @Nullable String territory,
            @Nullable String state,
            @Nullable String standing,
            @Nullable String olderThanDays) {}

    /**
     * @param dueAt by when the owner is to have an answer; absent when the project does not wait for one
     * @param flags ids of the guard rails that it breaks, or whose words a reviewer should look at
     */
    record WaitingView(
            @JsonUnwrapped SummaryView summary,
            @Nullable Instant dueAt,
            boolean late,
            ReviewView.@Nullable ClaimView claim,
            boolean appeal,
            boolean secondEyes,
            List<String> flags) {}

    record QueueView(List<WaitingView> items) {}

    private static final Set<String> STANDINGS = Set.of("free", "taken", "mine", "late", "appeal", "second-eyes");

    private final Projects projects;
    private final Policies policies;
    private final Clock clock;

    ReviewQueueController(Projects projects, Policies policies, Clock clock) {
        this.projects = projects;
        this.policies = policies;
        this.clock = clock;
    }

    /** Without a territory: of all that the caller moderates. */
    @GetMapping("/v1/review")
    @AllowedTo({Role.MODERATOR, Role.OPERATOR})
    QueueView queue(QueueQuery query, Caller caller) {
        String standing = given(query.standing());
        if (standing != null && !STANDINGS.contains(standing)) {
            throw invalid("standing");
        }
        String named = given(query.state());
        ProjectState state = named == null
                ? ProjectState.SUBMITTED
                : ProjectState.named(named).orElseThrow(() -> invalid("state"));
        Duration age = age(given(query.olderThanDays()));
        Instant now = clock.instant();
        Map<String, Optional<Policy>> known = new HashMap<>();
        return new QueueView(projects.inState(state, territories(given(query.territory()), caller)).stream()
                .filter(project -> isOld(project, age, now))
                .map(project ->
                        view(project, known.computeIfAbsent(project.form().territory(), policies::of), now))
                .filter(waiting -> standing == null || stands(waiting, standing, caller))
                .toList());
    }

    private List<String> territories(@Nullable String territory, Caller caller) {
        if (territory == null) {
            return caller.isOperator() ? policies.roots() : caller.scopesOf(Role.MODERATOR);
        }
        List<String> path =
                policies.of(territory).orElseThrow(() -> invalid("territory")).territoryPath();
        if (!caller.holds(Role.MODERATOR, path)) {
            throw new Problem(HttpStatus.FORBIDDEN, "not-your-territory", territory);
        }
        return List.of(territory);
    }

    private static WaitingView view(Project project, Optional<Policy> policy, Instant now) {
        Instant submitted = project.state() == ProjectState.SUBMITTED ? project.submittedAt() : null;
        Instant due = submitted == null
                ? null
                : policy.map(rules ->
                                submitted.plus(Duration.ofDays(rules.review().serviceDays())))
                        .orElse(null);
        Review review = project.review();
        Review.Claim claim = review == null ? null : review.claim();
        return new WaitingView(
                SummaryView.of(project),
                due,
                due != null && now.isAfter(due),
                claim == null ? null : new ReviewView.ClaimView(claim.by(), claim.name(), claim.at()),
                review != null && review.hasOpenAppeal(),
                review != null && review.firstEyes() != null && project.state() == ProjectState.SUBMITTED,
                policy.map(rules -> flags(project, rules, now)).orElse(List.of()));
    }

    private static List<String> flags(Project project, Policy policy, Instant now) {
        return RailReport.of(project.form(), policy, now).stream()
                .filter(report -> !report.broken().isEmpty() || !report.clues().isEmpty())
                .map(report -> report.rail().id())
                .toList();
    }

    private static boolean stands(WaitingView waiting, String standing, Caller caller) {
        ReviewView.ClaimView claim = waiting.claim();
        return switch (standing) {
            case "free" -> claim == null;
            case "taken" -> claim != null;
            case "mine" -> claim != null && claim.by().equals(caller.memberId());
            case "late" -> waiting.late();
            case "appeal" -> waiting.appeal();
            default -> waiting.secondEyes();
        };
    }

    private static boolean isOld(Project project, Duration age, Instant now) {
        Instant submitted = project.submittedAt();
        return age.isZero() || (submitted != null && !submitted.plus(age).isAfter(now));
    }

    private static Duration age(@Nullable String days) {
        if (days == null) {
            return Duration.ZERO;
        }
        if (!days.matches("\\d{1,4}")) {
            throw invalid("olderThanDays");
        }
        return Duration.ofDays(Integer.parseInt(days));
    }

    /** A form sends its empty fields too. */
    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static Problem invalid(String parameter) {
        return new Problem(HttpStatus.BAD_REQUEST, "unknown-filter", parameter);
    }
}
