package quartier.pledge.escrow.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import quartier.pledge.backer.BackerNames;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.launch.Projects;

/** Cash from a meeting: one of the territory's staff enters it, another one confirms it. */
@RestController
@RequestMapping("/v1/campaigns/{campaign}/offline-pledges")
final class OfflineController {

    private static final int SHOWN = 200;

    private final Escrows escrows;
    private final Decisions decisions;
    private final Projects projects;
    private final BackerNames names;
    private final OfflineProperties properties;
    private final Clock clock;

    OfflineController(
            Escrows escrows,
            Decisions decisions,
            Projects projects,
            BackerNames names,
            OfflineProperties properties,
            Clock clock) {
        this.escrows = escrows;
        this.decisions = decisions;
        this.projects = projects;
        this.names = names;
        this.properties = properties;
        this.clock = clock;
    }

    @PostMapping
    @AllowedTo({Role.MODERATOR, Role.ANIMATOR, Role.TERRITORY_ADMIN})
    @ResponseStatus(HttpStatus.CREATED)
    OfflineJson enter(
            @PathVariable String campaign,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody OfflineForm form,
            Caller caller) {
        String id = IdempotencyKey.required(key).idFor("offline pledge to " + campaign, caller.memberId());
        checkStaff(campaign, caller);
        OfflineForm.Valid cash = form.validated();
        Command enter = new Command.EnterOfflinePledge(
                clock.instant(),
                id,
                new Money(cash.amount().amount(), cash.amount().currency()),
                cash.tier(),
                cash.rewardWaived(),
                cash.visibility(),
                cash.fingerprint(campaign),
                caller.memberId(),
                properties.confirmWithin());
        Escrow escrow =
                RejectionProblems.accepted(decisions.of(campaign, enter)).escrow();
        names.remember(caller.memberId(), caller.name());
        Pledge entered = escrow.pledge(id).orElseThrow(Problem::notFound);
        if (cash.name() != null) {
            names.remember(entered.promise().backer(), cash.name());
        }
        return shown(escrow, entered, caller);
    }

    /** Those that wait for somebody else, oldest first. */
    @GetMapping
    @AllowedTo({Role.MODERATOR, Role.ANIMATOR, Role.TERRITORY_ADMIN})
    Page<OfflineJson> waiting(@PathVariable String campaign, Caller caller) {
        checkStaff(campaign, caller);
        Escrow escrow = escrows.find(campaign).orElseThrow(Problem::notFound);
        List<Pledge> waiting = escrow.pledges()
                .filter(pledge ->
                        pledge instanceof Pledge.Held && pledge.promise().isOffline())
                .sorted(Comparator.comparing(pledge -> pledge.promise().placedAt()))
                .limit(SHOWN)
                .toList();
        Map<String, String> known = namesOf(waiting);
        return new Page<>(
                waiting.stream()
                        .map(pledge -> OfflineJson.of(escrow, pledge, known, caller.memberId()))
                        .toList(),
                null);
    }

    @PostMapping("/{id}/confirm")
    @AllowedTo({Role.MODERATOR, Role.ANIMATOR, Role.TERRITORY_ADMIN})
    OfflineJson confirm(@PathVariable String campaign, @PathVariable String id, Caller caller) {
        return decide(campaign, id, new Command.ConfirmOfflinePledge(clock.instant(), id, caller.memberId()), caller);
    }

    /** Also by whoever entered it, who may have been mistaken. */
    @PostMapping("/{id}/reject")
    @AllowedTo({Role.MODERATOR, Role.ANIMATOR, Role.TERRITORY_ADMIN})
    OfflineJson reject(@PathVariable String campaign, @PathVariable String id, Caller caller) {
        return decide(campaign, id, new Command.RejectOfflinePledge(clock.instant(), id, caller.memberId()), caller);
    }

    private OfflineJson decide(String campaign, String id, Command command, Caller caller) {
        checkStaff(campaign, caller);
        Escrow escrow =
                RejectionProblems.accepted(decisions.of(campaign, command)).escrow();
        return shown(escrow, escrow.pledge(id).orElseThrow(Problem::notFound), caller);
    }

    private OfflineJson shown(Escrow escrow, Pledge pledge, Caller caller) {
        return OfflineJson.of(escrow, pledge, namesOf(List.of(pledge)), caller.memberId());
    }

    private Map<String, String> namesOf(List<Pledge> pledges) {
        return names.of(pledges.stream()
                .map(Pledge::promise)
                .flatMap(promise -> Stream.of(promise.backer(), promise.enteredBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private void checkStaff(String campaign, Caller caller) {
        if (!Staff.of(projects, campaign, caller)) {
            throw Problem.forbidden();
        }
    }
}
