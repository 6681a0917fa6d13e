package quartier.catalog.contest;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quartier.catalog.contest.Outcome.Done;
import quartier.catalog.contest.Outcome.Refused;

/** All that answer a call, with their answers, for the call's staff. */
public final class ListApplications {

    /**
     * @param application null without answers
     * @param complete whether what the call demands was answered
     */
    public record Applied(Entrant entrant, @Nullable Application application, boolean complete) {}

    /** @param questions their ids, in the call's order */
    public record Sheaf(List<String> questions, List<Applied> applied) {
        public Sheaf {
            questions = List.copyOf(questions);
            applied = List.copyOf(applied);
        }
    }

    private final Contests contests;
    private final Entrants entrants;
    private final Kept<Application> applications;
    private final Clock clock;

    public ListApplications(Contests contests, Entrants entrants, Kept<Application> applications, Clock clock) {
        this.contests = contests;
        this.entrants = entrants;
        this.applications = applications;
        this.clock = clock;
    }

    public Outcome<Sheaf> of(String call, Person by) {
        Contest contest = contests.find(call, clock.instant()).orElse(null);
        if (contest == null) {
            return new Refused<>(new Refusal.Unknown());
        }
        if (!by.animates(contest.territoryPath())) {
            return new Refused<>(new Refusal.NotYourTerritory(contest.territory()));
        }
        Map<String, Application> answered =
                applications.of(call).stream().collect(Collectors.toMap(Application::project, Function.identity()));
        List<Applied> applied = entrants.of(call).stream()
                .map(entrant -> {
                    Application application = answered.get(entrant.project());
                    return new Applied(entrant, application, application != null || !contest.demandsAnswers());
                })
                .toList();
        return new Done<>(
                new Sheaf(contest.questions().stream().map(Contest.Asked::id).toList(), applied));
    }
}
