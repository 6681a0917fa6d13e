package quartier.catalog.contest;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import quartier.catalog.contest.Outcome.Done;
import quartier.catalog.contest.Outcome.Refused;

/** The public's preference: so many votes a member and call, none bought, none counted before the end. */
public final class VoteForProjects {

    private final Contests contests;
    private final Kept<Ballot> ballots;
    private final Eligible eligible;
    private final Clock clock;

    public VoteForProjects(Contests contests, Kept<Ballot> ballots, Eligible eligible, Clock clock) {
        this.contests = contests;
        this.ballots = ballots;
        this.eligible = eligible;
        this.clock = clock;
    }

    /** Those that are judged. */
    public Outcome<List<Entrant>> entrants(String call) {
        return contests.find(call, clock.instant())
                .<Outcome<List<Entrant>>>map(contest -> new Done<>(eligible.of(contest)))
                .orElseGet(() -> new Refused<>(new Refusal.Unknown()));
    }

    public List<String> choices(String call, String voter) {
        return ballots.find(Ballot.blank(call, voter).id()).map(Ballot::choices).orElse(List.of());
    }

    /** A vote for the same project again is the same vote. */
    public Outcome<Ballot> vote(String call, String voter, String project) {
        Contest contest = contests.find(call, clock.instant()).orElse(null);
        if (contest == null) {
            return new Refused<>(new Refusal.Unknown());
        }
        return contest.unless(Stage.PREFERENCE)
                .or(() -> eligible.one(contest, project).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Refusal.NotAnEntrant()))
                .<Outcome<Ballot>>map(Refused::new)
                .orElseGet(() -> ballots.change(Ballot.blank(call, voter), ballot -> {
                    if (ballot.choices().contains(project)) {
                        return new Done<>(ballot);
                    }
                    return ballot.choices().size() >= contest.votesEach()
                            ? new Refused<>(new Refusal.VotesUsed(contest.votesEach()))
                            : new Done<>(ballot.with(project));
                }));
    }
}
