package quartier.catalog.call.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.call.Call;
import quartier.catalog.call.CallState;
import quartier.catalog.call.Calls;
import quartier.catalog.call.Cursor;
import quartier.catalog.call.Decision;
import quartier.catalog.call.Ground;
import quartier.catalog.call.Grounds;
import quartier.catalog.call.LeadCalls;
import quartier.catalog.call.Search;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Calls for projects: read by all, led by the staff of their territory. */
@RestController
class CallController {

    /** The query's parameters, as they stand in the address. */
    record CallQuery(
            @Nullable String territory,
            @Nullable String state,
            @Nullable String cursor,
            @Nullable String limit) {}

    private static final int DEFAULT_LIMIT = 20;
    private static final int HIGHEST_LIMIT = 100;

    private final LeadCalls lead;
    private final Calls calls;
    private final Grounds grounds;
    private final Clock clock;
    private final JsonMapper json;

    CallController(LeadCalls lead, Calls calls, Grounds grounds, Clock clock, JsonMapper json) {
        this.lead = lead;
        this.calls = calls;
        this.grounds = grounds;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping("/v1/calls")
    @AllowedTo(Role.ANYONE)
    CallView.ListView list(CallQuery query) {
        Search search = search(query);
        return CallView.ListView.of(calls.list(search), search.now());
    }

    @GetMapping("/v1/calls/{id}")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<CallView> read(@PathVariable String id) {
        return shown(HttpStatus.OK, calls.find(id).orElseThrow(Problem::notFound));
    }

    @GetMapping("/v1/calls/by-slug/{slug}")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<CallView> readBySlug(@PathVariable String slug) {
        return shown(HttpStatus.OK, calls.findBySlug(slug).orElseThrow(Problem::notFound));
    }

    @PostMapping("/v1/calls")
    @AllowedTo({Role.ANIMATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    ResponseEntity<CallView> announce(
            @RequestBody CallRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        String id = IdempotencyKey.required(key).idFor("call", caller.memberId());
        String fingerprint = IdempotencyKey.fingerprint(json.writeValueAsString(request));
        Decision decision = lead.announce(id, new CallingStaff(caller), request.form(), fingerprint);
        return shown(HttpStatus.CREATED, call(decision));
    }

    @PutMapping("/v1/calls/{id}")
    @AllowedTo({Role.ANIMATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    ResponseEntity<CallView> change(
            @PathVariable String id,
            @RequestBody CallRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        long version = expectedVersion(ifMatch);
        return changed(lead.change(id, new CallingStaff(caller), version, request.form()));
    }

    @PostMapping("/v1/calls/{id}/close")
    @AllowedTo({Role.ANIMATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    ResponseEntity<CallView> close(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return changed(lead.close(id, new CallingStaff(caller), expectedVersion(ifMatch)));
    }

    /** The calls that a project of the territory may answer are its own and those of the territories above it. */
    private Search search(CallQuery query) {
        String territory = given(query.territory());
        String state = given(query.state());
        String cursor = given(query.cursor());
        List<String> path = territory == null
                ? null
                : known("territory", grounds.of(territory).map(Ground::path));
        return new Search(
                path,
                state == null ? null : known("state", CallState.named(state)),
                clock.instant(),
                cursor == null ? null : known("cursor", Cursor.parse(cursor)),
                limit(given(query.limit())));
    }

    private ResponseEntity<CallView> changed(Optional<Decision> decision) {
        return shown(HttpStatus.OK, call(decision.orElseThrow(Problem::notFound)));
    }

    private ResponseEntity<CallView> shown(HttpStatus status, Call call) {
        return ResponseEntity.status(status)
                .eTag("\"" + call.version() + "\"")
                .body(CallView.of(call, clock.instant()));
    }

    private static Call call(Decision decision) {
        return switch (decision) {
            case Decision.Accepted(Call call, var event) -> call;
            case Decision.Repeated(Call call) -> call;
            case Decision.Rejected(var reason) -> throw Refusals.problem(reason);
        };
    }

    private static long expectedVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "precondition-required");
        }
        String digits = ifMatch.strip().replaceAll("^(W/)?\"|\"$", "");
        // A version that never was, when the header names none of ours.
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        int limit = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw invalid("limit");
        }
        return limit;
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static <T> T known(String parameter, Optional<T> value) {
        return value.orElseThrow(() -> invalid(parameter));
    }

    private static Problem invalid(String parameter) {
        return new Problem(HttpStatus.BAD_REQUEST, "unknown-filter", parameter);
    }
}
