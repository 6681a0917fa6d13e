package quartier.catalog.contest;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import quartier.catalog.contest.Outcome.Done;

/**
 * Tells that a phase of a call has begun. Dates come by themselves, so somebody has to look; any replica may, as often as
 * it likes, for each phase is told once.
 */
public final class TellPhases {

    /** Those in which somebody can do something, or is judged. */
    private static final Set<Stage> TOLD = EnumSet.of(Stage.APPLY, Stage.JURY, Stage.PREFERENCE);

    private final Contests contests;
    private final Kept<Begun> begun;
    private final Eligible eligible;
    private final Clock clock;

    public TellPhases(Contests contests, Kept<Begun> begun, Eligible eligible, Clock clock) {
        this.contests = contests;
        this.begun = begun;
        this.eligible = eligible;
        this.clock = clock;
    }

    public void tell() {
        Instant now = clock.instant();
        for (Running running : contests.running(now)) {
            Contest contest = running.contest();
            if (TOLD.contains(contest.stage())
                    && begun.find(Begun.id(contest.call(), contest.stage())).isEmpty()) {
                begun.change(fresh(running, now), Done::new);
            }
        }
    }

    private Begun fresh(Running running, Instant now) {
        Contest contest = running.contest();
        return new Begun(
                Begun.id(contest.call(), contest.stage()),
                contest.call(),
                contest.slug(),
                running.title(),
                contest.territory(),
                contest.territoryPath(),
                contest.stage(),
                now,
                running.until(),
                contest.stage() == Stage.APPLY ? List.of() : concerned(contest));
    }

    private List<Begun.Concerned> concerned(Contest contest) {
        return eligible.of(contest).stream()
                .map(entrant ->
                        new Begun.Concerned(entrant.project(), entrant.slug(), entrant.title(), entrant.carriers()))
                .toList();
    }
}
