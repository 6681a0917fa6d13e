package quartier.catalog.contest.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.contest.Conflict;
import quartier.catalog.contest.DeskEntry;
import quartier.catalog.contest.Jury;
import quartier.catalog.contest.Mark;
import quartier.catalog.contest.ScoreProjects;
import quartier.catalog.contest.Seat;
import quartier.catalog.contest.SeatJury;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.IdempotencyKey;

/** A call's jury: who is on it, and what each of them scores. */
@RestController
class JuryController {

    record SeatRequest(@Nullable String name, @Nullable String member) {}

    record AcceptRequest(@Nullable String code) {}

    record ScoreRequest(
            @Nullable Map<String, Integer> scores, @Nullable String comment) {}

    record ConflictRequest(@Nullable String reason) {}

    /** @param code of the invitation, and member, for the call's staff */
    record SeatView(
            String id,
            String name,
            boolean taken,
            @Nullable String code,
            @Nullable String member) {}

    record JuryView(List<SeatView> items, boolean mine) {}

    record MarkView(Map<String, Integer> scores, @Nullable String comment) {}

    record EntryView(
            EntrantView project,
            @Nullable MarkView mark,
            @Nullable String conflict) {}

    record DeskView(List<EntryView> items) {}

    private final SeatJury seats;
    private final ScoreProjects scores;

    JuryController(SeatJury seats, ScoreProjects scores) {
        this.seats = seats;
        this.scores = scores;
    }

    /** Names for all; invitations for the staff; whether the caller is on it. */
    @GetMapping("/v1/calls/{id}/jury")
    @AllowedTo(Role.ANYONE)
    JuryView read(@PathVariable String id, Optional<Caller> caller) {
        Jury jury = Refusals.done(seats.of(id));
        boolean leads =
                caller.filter(one -> seats.leads(id, new CallingPerson(one))).isPresent();
        return view(jury, leads, caller.map(Caller::memberId).orElse(null));
    }

    @PostMapping("/v1/calls/{id}/jury")
    @AllowedTo({Role.ANIMATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    ResponseEntity<JuryView> name(
            @PathVariable String id,
            @RequestBody SeatRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        String seat = IdempotencyKey.required(key).idFor("seat-" + id, caller.memberId());
        String code = UUID.randomUUID().toString();
        String member = request.member() == null || request.member().isBlank() ? null : request.member();
        Jury jury = Refusals.done(seats.name(id, new CallingPerson(caller), seat, text(request.name()), code, member));
        return ResponseEntity.status(HttpStatus.CREATED).body(view(jury, true, caller.memberId()));
    }

    @DeleteMapping("/v1/calls/{id}/jury/{seat}")
    @AllowedTo({Role.ANIMATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    JuryView dismiss(@PathVariable String id, @PathVariable String seat, Caller caller) {
        return view(Refusals.done(seats.dismiss(id, new CallingPerson(caller), seat)), true, caller.memberId());
    }

    @PostMapping("/v1/calls/{id}/jury/accept")
    @AllowedTo(Role.MEMBER)
    JuryView accept(@PathVariable String id, @RequestBody AcceptRequest request, Caller caller) {
        Jury jury = Refusals.done(seats.accept(id, caller.memberId(), text(request.code())));
        return view(jury, false, caller.memberId());
    }

    @GetMapping("/v1/calls/{id}/jury/desk")
    @AllowedTo(Role.MEMBER)
    DeskView desk(@PathVariable String id, Caller caller) {
        return new DeskView(Refusals.done(scores.desk(id, caller.memberId())).stream()
                .map(JuryController::entry)
                .toList());
    }

    @PutMapping("/v1/calls/{id}/jury/scores/{project}")
    @AllowedTo(Role.MEMBER)
    DeskView score(
            @PathVariable String id, @PathVariable String project, @RequestBody ScoreRequest request, Caller caller) {
        String comment = request.comment() == null || request.comment().isBlank() ? null : request.comment();
        Map<String, Integer> given = Objects.requireNonNullElse(request.scores(), Map.of());
        Refusals.done(scores.score(id, caller.memberId(), project, given, comment));
        return desk(id, caller);
    }

    /** For good: whoever has something to do with a project does not score it. */
    @PutMapping("/v1/calls/{id}/jury/conflicts/{project}")
    @AllowedTo(Role.MEMBER)
    DeskView declare(
            @PathVariable String id,
            @PathVariable String project,
            @RequestBody ConflictRequest request,
            Caller caller) {
        Refusals.done(scores.declare(id, caller.memberId(), project, text(request.reason())));
        return desk(id, caller);
    }

    private static JuryView view(Jury jury, boolean leads, @Nullable String caller) {
        return new JuryView(
                jury.seats().stream().map(seat -> seat(seat, leads)).toList(),
                jury.seats().stream().map(Seat::member).anyMatch(member -> member != null && member.equals(caller)));
    }

    private static SeatView seat(Seat seat, boolean leads) {
        boolean taken = seat.member() != null;
        return new SeatView(
                seat.id(), seat.name(), taken, leads && !taken ? seat.code() : null, leads ? seat.member() : null);
    }

    private static EntryView entry(DeskEntry entry) {
        Mark mark = entry.mark();
        Conflict.Kind conflict = entry.conflict();
        return new EntryView(
                EntrantView.of(entry.entrant()),
                mark == null ? null : new MarkView(mark.scores(), mark.comment()),
                conflict == null ? null : conflict.id());
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }
}
