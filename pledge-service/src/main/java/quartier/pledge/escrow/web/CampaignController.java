package quartier.pledge.escrow.web;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.pledge.backer.BackerNames;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;
import quartier.pledge.launch.Projects;
import quartier.pledge.payee.Payees;
import quartier.pledge.supporter.Supporters;

/** Campaigns: their public numbers, their owner's accounts, and what an operator may set going again. */
@RestController
@RequestMapping("/v1/campaigns/{campaign}")
final class CampaignController {

    private final Escrows escrows;
    private final PledgeViews pledges;
    private final Decisions decisions;
    private final BackerNames members;
    private final Supporters supporters;
    private final Projects projects;
    private final Payees payees;
    private final Clock clock;

    CampaignController(
            Escrows escrows,
            PledgeViews pledges,
            Decisions decisions,
            BackerNames members,
            Supporters supporters,
            Projects projects,
            Payees payees,
            Clock clock) {
        this.escrows = escrows;
        this.pledges = pledges;
        this.decisions = decisions;
        this.members = members;
        this.supporters = supporters;
        this.projects = projects;
        this.payees = payees;
        this.clock = clock;
    }

    @GetMapping
    @AllowedTo(Role.ANYONE)
    CampaignJson show(@PathVariable String campaign) {
        return CampaignJson.of(found(campaign));
    }

    @GetMapping("/backers")
    @AllowedTo(Role.ANYONE)
    Page<BackerJson> backers(
            @PathVariable String campaign,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        PledgeViews.Slice slice = pledges.confirmedOf(campaign, Page.cursor(cursor), Page.limit(limit));
        List<PledgeView> shown = slice.pledges();
        var names = members.of(shown.stream()
                .filter(view -> view.promise().organisation() == null)
                .map(view -> view.promise().backer())
                .distinct()
                .toList());
        var organisations = supporters.namesOf(shown.stream()
                .map(view -> view.promise().organisation())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return new Page<>(
                shown.stream()
                        .map(view -> BackerJson.of(view, names, organisations))
                        .toList(),
                slice.next());
    }

    @GetMapping("/statement")
    @AllowedTo(Role.MEMBER)
    StatementJson statement(
            @PathVariable String campaign,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        Escrow escrow = found(campaign);
        if (!mayReadAccounts(caller, escrow)) {
            throw Problem.forbidden();
        }
        return StatementJson.of(
                escrow,
                escrows.statement(campaign).orElseThrow(Problem::notFound),
                pledges.ofCampaign(campaign, Page.cursor(cursor), Page.limit(limit)),
                payees.find(escrow.owner()).map(payee -> payee.status().code()).orElse("unregistered"));
    }

    /** Starts a new attempt of a refund that failed for good. */
    @PostMapping("/refunds/{refund}/retry")
    @AllowedTo(Role.OPERATOR)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retryRefund(@PathVariable String campaign, @PathVariable String refund) {
        decide(campaign, new Command.RetryRefund(clock.instant(), refund));
    }

    /** Starts a new attempt of a payout that failed for good. */
    @PostMapping("/payouts/{payout}/retry")
    @AllowedTo(Role.OPERATOR)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retryPayout(@PathVariable String campaign, @PathVariable String payout) {
        decide(campaign, new Command.RetryPayout(clock.instant(), payout));
    }

    private void decide(String campaign, Command command) {
        RejectionProblems.accepted(decisions.of(campaign, command));
    }

    private Escrow found(String campaign) {
        return escrows.find(campaign).orElseThrow(Problem::notFound);
    }

    /** The owner, the operator, and the staff of the project's territory and of those that contain it. */
    private boolean mayReadAccounts(Caller caller, Escrow escrow) {
        return escrow.owner().equals(caller.memberId()) || Staff.of(projects, escrow.campaign(), caller);
    }
}
