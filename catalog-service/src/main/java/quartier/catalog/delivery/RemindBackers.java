package quartier.catalog.delivery;

import java.time.Clock;
import java.time.Instant;
import quartier.catalog.delivery.DeliverRewards.Outcome;

/** What the team does when it waits in vain for an address or a choice: it asks again, and not too often. */
public final class RemindBackers {

    private final Backed.All projects;
    private final Parcels parcels;
    private final Surveys surveys;
    private final RewardNews news;
    private final Clock clock;

    public RemindBackers(Backed.All projects, Parcels parcels, Surveys surveys, RewardNews news, Clock clock) {
        this.projects = projects;
        this.parcels = parcels;
        this.surveys = surveys;
        this.news = news;
        this.clock = clock;
    }

    /** How many are reminded. */
    public Outcome<Integer> remind(String member, String project, String tier) {
        Backed found =
                projects.isCarriedBy(project, member) ? projects.find(project).orElse(null) : null;
        if (found == null) {
            return new Outcome.Refused<>(Refusal.NOT_FOUND);
        }
        if (found.reward(tier).isEmpty()) {
            return new Outcome.Refused<>(Refusal.UNKNOWN_TIER);
        }
        if (!found.delivering()) {
            return new Outcome.Refused<>(Refusal.NOTHING_TO_DELIVER);
        }
        int backers = waitedFor(found, tier);
        if (backers == 0) {
            return new Outcome.Refused<>(Refusal.NOTHING_MISSING);
        }
        Instant now = clock.instant();
        if (!surveys.askAgain(project, tier, now, now.minus(Missing.BETWEEN_REMINDERS))) {
            return new Outcome.Refused<>(Refusal.ASKED_LATELY);
        }
        news.tell(found);
        return new Outcome.Done<>(backers);
    }

    private int waitedFor(Backed project, String tier) {
        return Missing.of(
                        project,
                        surveys.of(project.id()),
                        parcels.ofProject(project.id()),
                        surveys.lastAsked(project.id()))
                .stream()
                .filter(missing -> missing.tier().equals(tier))
                .mapToInt(Missing::backers)
                .sum();
    }
}
