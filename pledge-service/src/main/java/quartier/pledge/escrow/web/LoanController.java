package quartier.pledge.escrow.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;
import quartier.pledge.escrow.Rejection;

/** Interest-free loans: for lenders, for the owner who repays, and for the operator who takes the repayments. */
@RestController
final class LoanController {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int AT_ONCE = 100;
    /** A member's pledges that are looked at for loans. */
    private static final int AT_MOST = 1000;

    private final Escrows escrows;
    private final PledgeViews pledges;
    private final Decisions decisions;
    private final Clock clock;

    LoanController(Escrows escrows, PledgeViews pledges, Decisions decisions, Clock clock) {
        this.escrows = escrows;
        this.pledges = pledges;
        this.decisions = decisions;
        this.clock = clock;
    }

    @GetMapping("/v1/me/loans")
    @AllowedTo(Role.MEMBER)
    Page<LentJson> lent(Caller caller) {
        return new Page<>(
                loansOf(caller.memberId()).stream()
                        .flatMap(view -> escrows.find(view.campaign()).stream()
                                .flatMap(escrow -> escrow.pledge(view.promise().pledge()).stream()
                                        .map(pledge -> LentJson.of(escrow, pledge))))
                        .toList(),
                null);
    }

    private List<PledgeView> loansOf(String member) {
        List<PledgeView> loans = new ArrayList<>();
        String cursor = null;
        int seen = 0;
        do {
            PledgeViews.Slice slice = pledges.ofBacker(member, cursor, AT_ONCE);
            slice.pledges().stream().filter(view -> view.promise().isLoan()).forEach(loans::add);
            seen += slice.pledges().size();
            cursor = slice.next();
        } while (cursor != null && seen < AT_MOST);
        return loans;
    }

    @GetMapping("/v1/campaigns/{campaign}/loans")
    @AllowedTo(Role.MEMBER)
    LoansJson owed(@PathVariable String campaign, Caller caller) {
        Escrow escrow = escrows.find(campaign).orElseThrow(Problem::notFound);
        if (!caller.isOperator() && !escrow.owner().equals(caller.memberId())) {
            throw Problem.forbidden();
        }
        return shown(escrow);
    }

    /** The owner's money has arrived: it is shared among the lenders, and sent to them by the payments they made. */
    @PostMapping("/v1/campaigns/{campaign}/repayments")
    @AllowedTo(Role.OPERATOR)
    @ResponseStatus(HttpStatus.CREATED)
    LoansJson repay(
            @PathVariable String campaign,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody RepaymentForm form,
            Caller caller) {
        String id = IdempotencyKey.required(key).idFor("repayment to " + campaign, caller.memberId());
        RepaymentForm.Valid valid = form.validated(LocalDate.ofInstant(clock.instant(), PARIS));
        return decide(
                campaign,
                new Command.ReceiveRepayment(
                        clock.instant(),
                        id,
                        new Money(valid.amount().amount(), valid.amount().currency()),
                        valid.reference(),
                        valid.receivedOn()));
    }

    /** Starts a new attempt to send a lender's part that the provider refused. */
    @PostMapping("/v1/campaigns/{campaign}/repayments/{repayment}/{payment}/retry")
    @AllowedTo(Role.OPERATOR)
    LoansJson retry(@PathVariable String campaign, @PathVariable String repayment, @PathVariable String payment) {
        return decide(campaign, new Command.RetryLenderRepayment(clock.instant(), repayment, payment));
    }

    private LoansJson decide(String campaign, Command command) {
        return shown(RejectionProblems.accepted(decisions.of(campaign, command)).escrow());
    }

    private static LoansJson shown(Escrow escrow) {
        LoansJson loans = LoansJson.of(escrow);
        if (loans == null) {
            throw RejectionProblems.of(new Rejection.NoLoans());
        }
        return loans;
    }
}
