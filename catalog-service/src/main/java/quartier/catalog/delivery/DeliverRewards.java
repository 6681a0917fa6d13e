package quartier.catalog.delivery;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quartier.catalog.delivery.Parcel.State;

/** What the team does: sees what is owed to whom, asks what it must know, prepares and sends. */
public final class DeliverRewards {

    public static final int AT_ONCE = 500;

    /** What became of a request. */
    public sealed interface Outcome<T> {
        record Done<T>(T value) implements Outcome<T> {}

        record Refused<T>(Refusal reason) implements Outcome<T> {}
    }

    /** A parcel with what its backer told, for the team's eyes. */
    public record Line(Parcel parcel, Optional<Details> details) {}

    /** @param missing what is waited for, once rewards are owed */
    public record Sheet(Backed project, List<Survey> surveys, List<Missing> missing, List<Line> lines) {}

    private final Backed.All projects;
    private final Parcels parcels;
    private final KeptDetails details;
    private final Surveys surveys;
    private final RewardNews news;
    private final Clock clock;

    public DeliverRewards(
            Backed.All projects, Parcels parcels, KeptDetails details, Surveys surveys, RewardNews news, Clock clock) {
        this.projects = projects;
        this.parcels = parcels;
        this.details = details;
        this.surveys = surveys;
        this.news = news;
        this.clock = clock;
    }

    /** Addresses are opened only once rewards are owed. */
    public Outcome<Sheet> sheet(String member, String project) {
        return ofTeam(member, project)
                .<Outcome<Sheet>>map(found -> new Outcome.Done<>(sheet(found)))
                .orElseGet(() -> new Outcome.Refused<>(Refusal.NOT_FOUND));
    }

    private Sheet sheet(Backed project) {
        List<Parcel> owed = parcels.ofProject(project.id()).stream()
                .filter(Parcel::isToBeDelivered)
                .toList();
        List<Survey> asked = surveys.of(project.id());
        List<Missing> missing =
                project.delivering() ? Missing.of(project, asked, owed, surveys.lastAsked(project.id())) : List.of();
        List<Line> lines = owed.stream()
                .map(parcel -> new Line(parcel, project.delivering() ? told(parcel) : Optional.empty()))
                .toList();
        return new Sheet(project, asked, missing, lines);
    }

    private Optional<Details> told(Parcel parcel) {
        return parcel.detailed()
                ? details.find(parcel.pledge()).filter(told -> told.tier().equals(parcel.tier()))
                : Optional.empty();
    }

    /** How many of them took the step; those that had taken it before are passed over, so that it can be repeated. */
    public Outcome<Integer> step(String member, String project, List<String> pledges, State to) {
        Backed found = ofTeam(member, project).orElse(null);
        if (found == null) {
            return new Outcome.Refused<>(Refusal.NOT_FOUND);
        }
        if (!found.delivering()) {
            return new Outcome.Refused<>(Refusal.NOTHING_TO_DELIVER);
        }
        Set<State> from = to == State.PREPARED ? EnumSet.of(State.AWAITED) : EnumSet.of(State.AWAITED, State.PREPARED);
        int moved = 0;
        for (String pledge : pledges.stream().distinct().limit(AT_ONCE).toList()) {
            moved += parcels.move(pledge, project, from, to, clock.instant()) ? 1 : 0;
        }
        news.tell(found);
        return new Outcome.Done<>(moved);
    }

    public Outcome<Survey> ask(String member, String project, Survey survey) {
        Backed found = ofTeam(member, project).orElse(null);
        if (found == null) {
            return new Outcome.Refused<>(Refusal.NOT_FOUND);
        }
        if (found.reward(survey.tier()).isEmpty()) {
            return new Outcome.Refused<>(Refusal.UNKNOWN_TIER);
        }
        if (!isRight(survey)) {
            return new Outcome.Refused<>(Refusal.SURVEY_INVALID);
        }
        surveys.put(survey);
        news.tell(found);
        return new Outcome.Done<>(survey);
    }

    /** What waited for the money, or for who crashed before telling it. */
    public void tellWhatWaits() {
        news.waiting().forEach(project -> projects.find(project).ifPresent(news::tell));
    }

    private static boolean isRight(Survey survey) {
        return survey.questions().size() <= Survey.MOST_QUESTIONS
                && survey.questions().stream()
                                .map(Survey.Question::id)
                                .distinct()
                                .count()
                        == survey.questions().size()
                && survey.questions().stream()
                        .allMatch(question -> question.id().matches("[a-z0-9-]{1,40}")
                                && isShort(question.label())
                                && question.options().size() <= Survey.MOST_OPTIONS
                                && question.options().stream().allMatch(DeliverRewards::isShort));
    }

    private static boolean isShort(String text) {
        return !text.isBlank() && text.length() <= Survey.LONGEST;
    }

    private Optional<Backed> ofTeam(String member, String project) {
        return projects.isCarriedBy(project, member) ? projects.find(project) : Optional.empty();
    }
}
