package quartier.pledge.escrow.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Rejection;

/** How each refusal is told: 422 for a rule that is broken, 409 for a state that is in the way. */
public final class RejectionProblems {

    private RejectionProblems() {}

    /** @throws Problem for a command that was refused, or that nobody had time for */
    static Outcome.Accepted accepted(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> accepted;
            case Outcome.Rejected rejected -> throw of(rejected.reason());
            case Outcome.Overloaded full -> throw busy();
        };
    }

    /** The same request again is safe. */
    static Problem busy() {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
    }

    public static Problem of(Rejection rejection) {
        return switch (rejection) {
            case Rejection.CampaignNotOpen r -> new Problem(HttpStatus.NOT_FOUND, "campaign-not-open");
            case Rejection.CampaignNotLive r ->
                state("campaign-not-live").with("state", r.state().name().toLowerCase(Locale.ROOT));
            case Rejection.AfterDeadline r ->
                state("after-deadline").with("deadline", r.deadline().toString());
            case Rejection.AmountNotPositive r -> rule("amount-not-positive");
            case Rejection.WrongCurrency r ->
                rule("wrong-currency", r.expected()).with("expected", r.expected());
            case Rejection.UnknownTier r -> rule("unknown-tier").with("tier", r.tier());
            case Rejection.BelowTier r ->
                rule("below-tier").with("tier", r.tier()).with("minimum", r.minimumMinorUnits());
            case Rejection.TierSoldOut r -> state("tier-sold-out").with("tier", r.tier());
            case Rejection.TierClosed r -> state("tier-closed").with("tier", r.tier());
            case Rejection.OverCap r -> rule("over-cap").with("left", r.leftMinorUnits());
            case Rejection.KindNotAllowed r ->
                rule("kind-not-allowed").with("kind", r.kind().name().toLowerCase(Locale.ROOT));
            case Rejection.PublicBodyMayNotPledge r ->
                rule("public-body-may-not-pledge").with("rule", r.rule());
            case Rejection.IdempotencyKeyReused r -> IdempotencyKey.reused();
            case Rejection.UnknownPledge r -> Problem.notFound();
            case Rejection.NotCancellable r ->
                state("not-cancellable").with("state", r.status().name().toLowerCase(Locale.ROOT));
            case Rejection.UnknownRefund r -> Problem.notFound();
            case Rejection.RefundAlreadyDone r -> state("refund-already-done");
            case Rejection.NoSuchPayout r -> state("no-failed-payout");
            case Rejection.NotChangeable r ->
                state("not-changeable").with("state", r.status().name().toLowerCase(Locale.ROOT));
            case Rejection.OnlyPersonsMayLend r -> rule("only-persons-may-lend");
            case Rejection.LoanHasNoReward r -> rule("loan-has-no-reward");
            case Rejection.OverLoanLimit r -> rule("over-loan-limit").with("left", r.leftMinorUnits());
            case Rejection.NeedsAnotherPerson r -> rule("needs-another-person");
            case Rejection.NotWaiting r ->
                state("not-waiting").with("state", r.status().name().toLowerCase(Locale.ROOT));
            case Rejection.NotUnderReview r -> state("not-under-review");
            case Rejection.RefundStillDue r -> state("refund-still-due");
            case Rejection.NoLoans r -> state("no-loans");
            case Rejection.MoreThanOwed r -> rule("more-than-owed").with("outstanding", r.outstandingMinorUnits());
            case Rejection.UnknownRepayment r -> Problem.notFound();
            case Rejection.UnknownDispute r -> Problem.notFound();
            case Rejection.DisputeClosed r -> state("dispute-closed");
            // These answer commands that only this service gives itself.
            case Rejection.OpenedWithOtherTerms r -> state("not-now");
            case Rejection.DeadlineNotReached r -> state("not-now");
            case Rejection.PaymentsUnknown r -> state("not-now");
            case Rejection.HoldNotExpired r -> state("not-now");
            case Rejection.UnknownAllowance r -> state("not-now");
            case Rejection.AllowanceDiffers r -> state("not-now");
        };
    }

    private static Problem rule(String type, Object... arguments) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, type, arguments);
    }

    private static Problem state(String type) {
        return new Problem(HttpStatus.CONFLICT, type);
    }
}
