package quartier.pledge.escrow.web;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
    private final ShownNames names;
    private final PledgesByName byName;
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
        this.names = new ShownNames(members, supporters);
        this.byName = new PledgesByName(pledges, names::of);
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
        var lookup = names.of(shown);
        return new Page<>(
                shown.stream().map(view -> BackerJson.of(view, lookup)).toList(), slice.next());
    }

    /**
     * Those whose money came, for the owner and the staff, with names as their backers wish to be seen.
     *
     * @param tier these only
     * @param name those only whose shown name has this in it
     */
    @GetMapping("/pledges")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<Page<CampaignPledgeJson>> pledges(
            @PathVariable String campaign,
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        if (!Staff.orOwner(projects, found(campaign), caller)) {
            throw Problem.forbidden();
        }
        String wanted = PledgesByName.wanted(name);
        var page = wanted == null
                ? allOf(campaign, tier, Page.cursor(cursor), Page.limit(limit))
                : byName.paidOf(campaign, tier, wanted, Page.cursor(cursor), Page.limit(limit));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
    }

    private Page<CampaignPledgeJson> allOf(String campaign, @Nullable String tier, @Nullable String cursor, int limit) {
        PledgeViews.Slice slice = pledges.paidOf(campaign, tier, cursor, limit);
        var lookup = names.of(slice.pledges());
        return new Page<>(
                slice.pledges().stream()
                        .map(view -> CampaignPledgeJson.of(view, lookup))
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
        if (!Staff.orOwner(projects, escrow, caller)) {
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
}
