package quartier.catalog.meetup.web;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.meetup.Decision;
import quartier.catalog.meetup.Grounds;
import quartier.catalog.meetup.Guest;
import quartier.catalog.meetup.HoldMeetups;
import quartier.catalog.meetup.Meetup;
import quartier.catalog.meetup.MeetupSlug;
import quartier.catalog.meetup.Meetups;
import quartier.catalog.meetup.web.MeetupJson.GuestView;
import quartier.catalog.meetup.web.MeetupJson.GuestsView;
import quartier.catalog.meetup.web.MeetupJson.ListView;
import quartier.catalog.meetup.web.MeetupJson.MeetupRequest;
import quartier.catalog.meetup.web.MeetupJson.MeetupView;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Meetups: read by all, led by the staff of their territory, joined by members. */
@RestController
class MeetupController {

    record CancelRequest(@Nullable String reason) {}

    private static final int MOST = 100;

    private final HoldMeetups hold;
    private final Meetups meetups;
    private final Grounds grounds;
    private final Clock clock;
    private final JsonMapper json;

    MeetupController(HoldMeetups hold, Meetups meetups, Grounds grounds, Clock clock, JsonMapper json) {
        this.hold = hold;
        this.meetups = meetups;
        this.grounds = grounds;
        this.clock = clock;
        this.json = json;
    }

    /** Those that are not over, in the territory and in those above it. */
    @GetMapping("/v1/meetups")
    @AllowedTo(Role.ANYONE)
    ListView list(
            @RequestParam(name = "territory", required = false) @Nullable String territory, Optional<Caller> caller) {
        List<String> path = territory == null || territory.isBlank()
                ? null
                : grounds.pathOf(territory)
                        .orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "unknown-filter", "territory"));
        return new ListView(meetups.coming(path, clock.instant(), MOST).stream()
                .map(meetup -> view(meetup, caller))
                .toList());
    }

    @GetMapping("/v1/meetups/{id}")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<MeetupView> read(@PathVariable String id, Optional<Caller> caller) {
        return shown(HttpStatus.OK, meetups.find(id).orElseThrow(Problem::notFound), caller);
    }

    @GetMapping("/v1/meetups/by-slug/{slug}")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<MeetupView> readBySlug(@PathVariable String slug, Optional<Caller> caller) {
        return shown(HttpStatus.OK, meetups.findBySlug(slug).orElseThrow(Problem::notFound), caller);
    }

    @PostMapping("/v1/meetups")
    @AllowedTo({Role.ANIMATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    ResponseEntity<MeetupView> announce(
            @RequestBody MeetupRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        String id = IdempotencyKey.required(key).idFor("meetup", caller.memberId());
        var form = request.form();
        String fingerprint = IdempotencyKey.fingerprint(json.writeValueAsString(request));
        String slug = MeetupSlug.of(form.title(), id);
        Decision decision = hold.announce(id, new CallingStaff(caller), form, slug, fingerprint);
        return shown(HttpStatus.CREATED, meetup(decision), Optional.of(caller));
    }

    @PutMapping("/v1/meetups/{id}")
    @AllowedTo({Role.ANIMATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    ResponseEntity<MeetupView> change(
            @PathVariable String id,
            @RequestBody MeetupRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return done(hold.change(id, new CallingStaff(caller), expected(ifMatch), request.form()), caller);
    }

    @PostMapping("/v1/meetups/{id}/cancel")
    @AllowedTo({Role.ANIMATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    ResponseEntity<MeetupView> cancel(
            @PathVariable String id,
            @RequestBody CancelRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        String reason = Objects.requireNonNullElse(request.reason(), "");
        return done(hold.cancel(id, new CallingStaff(caller), expected(ifMatch), reason), caller);
    }

    /** Once for each member, however often it is sent. */
    @PutMapping("/v1/meetups/{id}/sign-up")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<MeetupView> signUp(@PathVariable String id, Caller caller) {
        return done(hold.signUp(id, caller.memberId(), caller.name()), caller);
    }

    @DeleteMapping("/v1/meetups/{id}/sign-up")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<MeetupView> signOff(@PathVariable String id, Caller caller) {
        return done(hold.signOff(id, caller.memberId()), caller);
    }

    @GetMapping("/v1/meetups/{id}/guests")
    @AllowedTo({Role.ANIMATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    GuestsView guests(@PathVariable String id, Caller caller) {
        Meetup meetup = meetups.find(id).orElseThrow(Problem::notFound);
        if (!new CallingStaff(caller).animates(meetup.territoryPath())) {
            throw new Problem(
                    HttpStatus.FORBIDDEN, "not-your-territory", meetup.form().territory());
        }
        int going = meetup.going().size();
        List<Guest> all = meetup.signedUp();
        return new GuestsView(IntStream.range(0, all.size())
                .mapToObj(at -> new GuestView(
                        all.get(at).member(),
                        all.get(at).name(),
                        at >= going,
                        all.get(at).since()))
                .toList());
    }

    private ResponseEntity<MeetupView> done(Optional<Decision> decision, Caller caller) {
        return shown(HttpStatus.OK, meetup(decision.orElseThrow(Problem::notFound)), Optional.of(caller));
    }

    private ResponseEntity<MeetupView> shown(HttpStatus status, Meetup meetup, Optional<Caller> caller) {
        return ResponseEntity.status(status)
                .eTag("\"" + meetup.edition() + "\"")
                .body(view(meetup, caller));
    }

    private MeetupView view(Meetup meetup, Optional<Caller> caller) {
        return MeetupView.of(meetup, caller.map(Caller::memberId), clock.instant());
    }

    private static Meetup meetup(Decision decision) {
        return switch (decision) {
            case Decision.Accepted(Meetup meetup, var events) -> meetup;
            case Decision.Repeated(Meetup meetup) -> meetup;
            case Decision.Rejected(var reason) -> throw Refusals.problem(reason);
        };
    }

    private static long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "precondition-required");
        }
        String digits = ifMatch.strip().replaceAll("^(W/)?\"|\"$", "");
        // An edition that never was, when the header names none of ours.
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }
}
