package quartier.pledge.escrow.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
import quartier.pledge.backer.BackerNames;
import quartier.pledge.checkout.Checkout;
import quartier.pledge.checkout.Checkout.Placement;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.checkout.OpenPledges;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;
import quartier.pledge.payment.PaymentProvider;

/** Pledges, for those who make them. */
@RestController
final class PledgeController {

    private final Checkout checkout;
    private final PaymentProvider provider;
    private final Organisations organisations;
    private final Screening screening;
    private final OpenPledges openPledges;
    private final Escrows escrows;
    private final PledgeViews pledges;
    private final Decisions decisions;
    private final BackerNames names;
    private final Clock clock;

    PledgeController(
            Checkout checkout,
            PaymentProvider provider,
            Organisations organisations,
            Screening screening,
            OpenPledges openPledges,
            Escrows escrows,
            PledgeViews pledges,
            Decisions decisions,
            BackerNames names,
            Clock clock) {
        this.checkout = checkout;
        this.provider = provider;
        this.organisations = organisations;
        this.screening = screening;
        this.openPledges = openPledges;
        this.escrows = escrows;
        this.pledges = pledges;
        this.decisions = decisions;
        this.names = names;
        this.clock = clock;
    }

    @PostMapping("/v1/pledges")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<PledgeJson> place(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader HttpHeaders headers,
            @RequestBody PledgeForm form,
            Caller caller) {
        IdempotencyKey named = IdempotencyKey.required(key);
        PledgeForm.Valid wish = form.validated(provider.capabilities().cardEntry());
        String id = named.idFor("pledge to " + wish.campaign(), caller.memberId());
        var kind = organisations.kindFor(caller, wish.organisation());
        var attempt = screening.attempt(
                caller, headers, wish.payment().method(), wish.amount().amount());
        List<String> reviewReasons = screening.reasonsToReview(attempt, id);
        names.remember(caller.memberId(), caller.name());
        Placement placement = checkout.place(new Checkout.Wish(
                id,
                wish.campaign(),
                caller.memberId(),
                wish.organisation(),
                kind,
                new Money(wish.amount().amount(), wish.amount().currency()),
                wish.tier(),
                wish.visibility(),
                wish.loan(),
                wish.rewardWaived(),
                wish.fingerprint(),
                reviewReasons,
                wish.payment().method(),
                wish.returnUrl()));
        return switch (placement) {
            case Placement.Placed placed -> {
                screening.hear(attempt, placed.pledge() instanceof Pledge.Declined);
                yield ResponseEntity.created(URI.create("/v1/pledges/" + id))
                        .body(PledgeJson.of(placed.escrow(), placed.pledge(), placed.action()));
            }
            case Placement.Refused refused -> throw RejectionProblems.of(refused.reason());
            case Placement.Busy busy -> throw RejectionProblems.busy();
        };
    }

    /** Of a pledge whose payment is under way the provider is asked, so that the answer is the newest. */
    @GetMapping("/v1/pledges/{id}")
    @AllowedTo(Role.MEMBER)
    PledgeJson show(@PathVariable String id, Caller caller) {
        var open = openPledges.refreshed(ownOrOperators(id, caller));
        List<RefundJson> refunds = escrows.find(open.pledge().campaign())
                .map(escrow -> RefundJson.of(escrow, id))
                .orElse(List.of());
        return PledgeJson.of(open.pledge(), open.wanted(), open.action(), refunds);
    }

    @GetMapping("/v1/me/pledges")
    @AllowedTo(Role.MEMBER)
    Page<PledgeJson> mine(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        PledgeViews.Slice slice = pledges.ofBacker(caller.memberId(), Page.cursor(cursor), Page.limit(limit));
        return new Page<>(slice.pledges().stream().map(PledgeJson::of).toList(), slice.next());
    }

    @PostMapping("/v1/pledges/{id}/cancel")
    @AllowedTo(Role.MEMBER)
    PledgeJson cancel(@PathVariable String id, Caller caller) {
        PledgeView pledge = pledges.find(id)
                .filter(found -> found.promise().backer().equals(caller.memberId()))
                .orElseThrow(Problem::notFound);
        Escrow escrow = RejectionProblems.accepted(
                        decisions.of(pledge.campaign(), new Command.CancelPledge(clock.instant(), id)))
                .escrow();
        Pledge cancelled = escrow.pledge(id).orElseThrow(Problem::notFound);
        return PledgeJson.of(PledgeView.of(escrow, cancelled), null, null, RefundJson.of(escrow, id));
    }

    /** Somebody else's pledge is not told from one that does not exist. */
    private PledgeView ownOrOperators(String id, Caller caller) {
        return pledges.find(id)
                .filter(found -> found.promise().backer().equals(caller.memberId()) || caller.isOperator())
                .orElseThrow(Problem::notFound);
    }
}
