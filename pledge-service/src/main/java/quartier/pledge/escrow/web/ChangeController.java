package quartier.pledge.escrow.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import quartier.pledge.checkout.PledgeChanges;
import quartier.pledge.checkout.PledgeChanges.Result;
import quartier.pledge.checkout.PledgeChanges.Wish;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.risk.Attempt;

/** A backer's other mind about a pledge. */
@RestController
final class ChangeController {

    private final PledgeChanges changes;
    private final PaymentProvider provider;
    private final PledgeViews pledges;
    private final Screening screening;

    ChangeController(PledgeChanges changes, PaymentProvider provider, PledgeViews pledges, Screening screening) {
        this.changes = changes;
        this.provider = provider;
        this.pledges = pledges;
        this.screening = screening;
    }

    @PostMapping("/v1/pledges/{id}/changes")
    @AllowedTo(Role.MEMBER)
    ChangeJson change(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader HttpHeaders headers,
            @RequestBody ChangeForm form,
            Caller caller) {
        String change = IdempotencyKey.required(key).idFor("change of " + id, caller.memberId());
        PledgeView pledge = pledges.find(id)
                .filter(found -> found.promise().backer().equals(caller.memberId()))
                .orElseThrow(Problem::notFound);
        ChangeForm.Valid valid = form.validated(pledge, provider.capabilities().cardEntry());
        Attempt attempt = screened(caller, headers, valid, pledge, change);
        Result result = changes.change(new Wish(
                change,
                id,
                pledge.campaign(),
                new Money(valid.amount().amount(), valid.amount().currency()),
                valid.tier(),
                valid.rewardWaived(),
                valid.fingerprint(),
                valid.payment() != null,
                valid.payment() == null ? null : valid.payment().method(),
                valid.returnUrl()));
        if (attempt != null) {
            screening.hear(attempt, result instanceof Result.NotPaid);
        }
        return switch (result) {
            case Result.Changed changed -> ChangeJson.of(change, changed);
            case Result.Paying paying -> ChangeJson.of(change, paying);
            case Result.NotPaid notPaid -> ChangeJson.of(change, notPaid);
            case Result.Refused refused -> throw RejectionProblems.of(refused.reason());
            case Result.Busy busy -> throw RejectionProblems.busy();
        };
    }

    /** What costs no more is no attempt to pay. */
    private @Nullable Attempt screened(
            Caller caller, HttpHeaders headers, ChangeForm.Valid valid, PledgeView pledge, String change) {
        PaymentChoice payment = valid.payment();
        if (payment == null) {
            return null;
        }
        long more = valid.amount().amount() - pledge.promise().amountMinorUnits();
        Attempt attempt = screening.attempt(caller, headers, payment.method(), Math.max(0, more));
        screening.refuseIfTooMany(attempt, pledge, change);
        return attempt;
    }
}
