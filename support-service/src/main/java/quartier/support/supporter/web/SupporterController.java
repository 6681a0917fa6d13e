package quartier.support.supporter.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import quartier.support.supporter.JudgeSupporter;
import quartier.support.supporter.Judgement;
import quartier.support.supporter.ReadSupporters;
import quartier.support.supporter.RegisterSupporter;
import quartier.support.supporter.Registration;
import quartier.support.supporter.Supporter;
import quartier.support.supporter.SupporterKind;
import quartier.support.supporter.SupporterState;
import quartier.support.web.Agents;
import quartier.support.web.ItemPage;
import quartier.support.web.Limits;
import tools.jackson.databind.json.JsonMapper;

@RestController
final class SupporterController {

    private final RegisterSupporter register;
    private final JudgeSupporter judge;
    private final ReadSupporters read;
    private final JsonMapper json;
    private final Clock clock;

    SupporterController(
            RegisterSupporter register, JudgeSupporter judge, ReadSupporters read, JsonMapper json, Clock clock) {
        this.register = register;
        this.judge = judge;
        this.read = read;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/v1/supporters")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<SupporterRepresentation> register(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody SupporterRequest body) {
        String registration = IdempotencyKey.required(key).idFor("supporter", caller.memberId());
        return switch (register.register(wanted(caller, registration, body))) {
            case Registration.Registered(Supporter made) ->
                ResponseEntity.created(URI.create("/v1/supporters/" + made.id()))
                        .body(SupporterRepresentation.of(made));
            case Registration.IdTaken(String id) -> throw new Problem(HttpStatus.CONFLICT, "supporter-id-taken", id);
            case Registration.KeyReused() -> throw IdempotencyKey.reused();
        };
    }

    private Supporter wanted(Caller caller, String registration, SupporterRequest body) {
        String id = body.id() == null ? Slug.of(body.name()) : body.id();
        if (id.length() < 2) {
            throw Problem.ofFields(List.of(Problem.Field.of("id", "supporter-id-needed")));
        }
        return new Supporter(
                id,
                body.name(),
                SupporterKind.valueOf(body.kind().toUpperCase(Locale.ROOT)),
                body.siret(),
                body.website(),
                caller.memberId(),
                registration,
                IdempotencyKey.fingerprint(json.writeValueAsString(body)),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                SupporterState.REGISTERED,
                List.of());
    }

    @PostMapping("/v1/supporters/{id}/approve")
    @AllowedTo(Role.OPERATOR)
    SupporterRepresentation approve(@PathVariable String id) {
        return judged(judge.approve(id));
    }

    @PostMapping("/v1/supporters/{id}/suspend")
    @AllowedTo(Role.OPERATOR)
    SupporterRepresentation suspend(@PathVariable String id) {
        return judged(judge.suspend(id));
    }

    private static SupporterRepresentation judged(Optional<Judgement> judgement) {
        return switch (judgement.orElseThrow(Problem::notFound)) {
            case Judgement.Changed(Supporter supporter) -> SupporterRepresentation.of(supporter);
            case Judgement.Unchanged(Supporter supporter) -> SupporterRepresentation.of(supporter);
            case Judgement.WrongState() -> throw new Problem(HttpStatus.CONFLICT, "supporter-state");
        };
    }

    /** Approved ones for everybody; the operator sees all, or those in one state. The cursor is the last id. */
    @GetMapping("/v1/supporters")
    @AllowedTo(Role.ANYONE)
    ItemPage<SupporterRepresentation> list(
            Optional<Caller> caller,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        int most = Limits.checked(limit);
        SupporterState wanted = state(state);
        List<Supporter> found = caller.filter(Caller::isOperator).isPresent()
                ? read.all(wanted, cursor, most + 1)
                : read.approved(cursor, most + 1);
        List<SupporterRepresentation> items =
                found.stream().limit(most).map(SupporterRepresentation::of).toList();
        return new ItemPage<>(items, found.size() > most ? items.getLast().id() : null);
    }

    @GetMapping("/v1/supporters/{id}")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<SupporterRepresentation> one(Optional<Caller> caller, @PathVariable String id) {
        var found = read.seenBy(
                        caller.map(Agents::of).orElse(null),
                        caller.filter(Caller::isOperator).isPresent(),
                        id)
                .orElseThrow(Problem::notFound);
        return ResponseEntity.ok()
                .eTag("\"" + found.version() + "\"")
                .body(SupporterRepresentation.of(found.supporter()));
    }

    /** Those that the caller registered, acts for, or has a role for. */
    @GetMapping("/v1/me/supporters")
    @AllowedTo(Role.MEMBER)
    ItemPage<SupporterRepresentation> mine(Caller caller) {
        return new ItemPage<>(
                read.of(Agents.of(caller)).stream()
                        .map(SupporterRepresentation::of)
                        .toList(),
                null);
    }

    private static @Nullable SupporterState state(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        try {
            return SupporterState.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.ofFields(List.of(Problem.Field.of("state", "state-unknown")));
        }
    }
}
