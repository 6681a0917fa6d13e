package quartier.notification.notice.kafka;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.notification.notice.Argument;
import quartier.notification.notice.Notice;
import quartier.notification.notice.NoticeKind;
import quartier.notification.notice.TellMembers;
import quartier.platform.messaging.ReceivedEvent;

/** {@code quartier.catalog.calls} and {@code quartier.catalog.meetups} */
@Component
final class AnimationEvents {

    record Result(String slug, List<Entrant> entrants) {
        Result {
            Objects.requireNonNull(slug, "slug");
            entrants = List.copyOf(entrants);
        }
    }

    record Entrant(
            String project,
            String title,
            String owner,
            @Nullable String prize) {
        Entrant {
            Objects.requireNonNull(owner, "owner");
        }
    }

    record Phase(
            String slug,
            Title title,
            String territory,
            String phase,
            @Nullable Instant until,
            List<Concerned> projects) {
        Phase {
            Objects.requireNonNull(slug, "slug");
            Objects.requireNonNull(territory, "territory");
            projects = projects == null ? List.of() : List.copyOf(projects);
        }
    }

    record Concerned(String project, List<String> carriers) {
        Concerned {
            Objects.requireNonNull(project, "project");
            carriers = List.copyOf(carriers);
        }
    }

    record Meetup(
            String slug,
            Title title,
            String place,
            Instant startsAt,
            @Nullable String reason,
            List<String> members) {
        Meetup {
            Objects.requireNonNull(slug, "slug");
            members = members == null ? List.of() : List.copyOf(members);
        }
    }

    record Title(String fr) {}

    private final TellMembers tell;
    private final UnknownEvents unknown;

    AnimationEvents(TellMembers tell, UnknownEvents unknown) {
        this.tell = tell;
        this.unknown = unknown;
    }

    void hearCall(ReceivedEvent event) {
        switch (event.type()) {
            case "quartier.call.result-published.v1" -> {
                Result result = event.dataAs(Result.class);
                tell.tell(result.entrants().stream()
                        .map(entrant -> decided(event, result, entrant))
                        .toList());
            }
            case "quartier.call.phase-began.v1" -> began(event, event.dataAs(Phase.class));
            case "quartier.call.announced.v1",
                    "quartier.call.changed.v1",
                    "quartier.call.closed.v1",
                    "quartier.call.project-entered.v1",
                    "quartier.call.project-left.v1" -> {}
            default -> unknown.count(event);
        }
    }

    void hearMeetup(ReceivedEvent event) {
        switch (event.type()) {
            case "quartier.meetup.reminder.v1" -> tellGuests(event, NoticeKind.MEETUP_REMINDER);
            case "quartier.meetup.promoted.v1" -> tellGuests(event, NoticeKind.MEETUP_PROMOTED);
            case "quartier.meetup.cancelled.v1" -> tellGuests(event, NoticeKind.MEETUP_CANCELLED);
            case "quartier.meetup.announced.v1",
                    "quartier.meetup.changed.v1",
                    "quartier.meetup.signed-up.v1",
                    "quartier.meetup.signed-off.v1" -> {}
            default -> unknown.count(event);
        }
    }

    /**
     * Those who carry projects where the call is made hear that it is open; the teams of what it chooses from, that the
     * jury or the members do; and who follows such a project, that they may vote.
     */
    private void began(ReceivedEvent event, Phase phase) {
        switch (phase.phase()) {
            case "apply" ->
                tell.tellOwnersIn(
                        phase.territory(),
                        owner -> notice(event, phase, event.id(), owner, NoticeKind.CALL_OPENED, null));
            case "jury" -> phase.projects().forEach(one -> tellTeam(event, phase, one, NoticeKind.CALL_JUDGED));
            case "preference" ->
                phase.projects().forEach(one -> {
                    tellTeam(event, phase, one, NoticeKind.CALL_VOTED_ON);
                    tell.tellFollowers(
                            one.project(),
                            event.time(),
                            Set.copyOf(one.carriers()),
                            member -> notice(
                                    event,
                                    phase,
                                    event.id() + ":" + one.project(),
                                    member,
                                    NoticeKind.VOTE_OPENED,
                                    one.project()));
                });
            default -> unknown.count(event);
        }
    }

    private void tellTeam(ReceivedEvent event, Phase phase, Concerned one, NoticeKind kind) {
        tell.tell(one.carriers().stream()
                .map(member -> notice(event, phase, event.id() + ":" + one.project(), member, kind, one.project()))
                .toList());
    }

    private static Notice notice(
            ReceivedEvent event, Phase phase, String factId, String member, NoticeKind kind, @Nullable String project) {
        Instant until = phase.until();
        return Notice.of(
                factId,
                member,
                kind,
                project,
                phase.slug(),
                event.time(),
                new Argument.Text(phase.title().fr()),
                new Argument.Moment(until == null ? event.time() : until));
    }

    /** One who carries several projects is told of each. */
    private static Notice decided(ReceivedEvent event, Result result, Entrant entrant) {
        String prize = entrant.prize();
        return Notice.of(
                event.id() + ":" + entrant.project(),
                entrant.owner(),
                prize == null ? NoticeKind.CALL_DECIDED : NoticeKind.CALL_WON,
                entrant.project(),
                result.slug(),
                event.time(),
                new Argument.Text(entrant.title()),
                new Argument.Text(prize == null ? "" : prize));
    }

    private void tellGuests(ReceivedEvent event, NoticeKind kind) {
        Meetup meetup = event.dataAs(Meetup.class);
        String reason = meetup.reason();
        tell.tell(meetup.members().stream()
                .map(guest -> Notice.of(
                        event.id(),
                        guest,
                        kind,
                        null,
                        meetup.slug(),
                        event.time(),
                        new Argument.Text(meetup.title().fr()),
                        new Argument.Moment(meetup.startsAt()),
                        new Argument.Text(reason == null ? meetup.place() : reason)))
                .toList());
    }
}
