package quartier.pledge.escrow.web;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;

/** The operator's queue of pledges that the rules about abuse have flagged. */
@RestController
@RequestMapping("/v1/reviews")
final class ReviewController {

    private final ReviewQueue queue;
    private final PledgeViews pledges;
    private final Decisions decisions;
    private final Clock clock;

    ReviewController(ReviewQueue queue, PledgeViews pledges, Decisions decisions, Clock clock) {
        this.queue = queue;
        this.pledges = pledges;
        this.decisions = decisions;
        this.clock = clock;
    }

    @GetMapping
    @AllowedTo(Role.OPERATOR)
    Page<ReviewJson> open(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Instant now = clock.instant();
        Page<ReviewQueue.Open> page = queue.oldest(Page.cursor(cursor), Page.limit(limit));
        return new Page<>(
                page.items().stream().map(open -> ReviewJson.of(open, now)).toList(), page.next());
    }

    /** Nothing is wrong with it: it counts as any other. */
    @PostMapping("/{pledge}/clear")
    @AllowedTo(Role.OPERATOR)
    PledgeJson clear(@PathVariable String pledge, Caller caller) {
        return decide(pledge, new Command.ClearPledge(clock.instant(), pledge, caller.memberId()));
    }

    /** It is taken out of its campaign, and its money goes back. */
    @PostMapping("/{pledge}/refuse")
    @AllowedTo(Role.OPERATOR)
    PledgeJson refuse(@PathVariable String pledge, Caller caller) {
        return decide(pledge, new Command.RefusePledge(clock.instant(), pledge, caller.memberId()));
    }

    private PledgeJson decide(String pledge, Command command) {
        PledgeView view = pledges.find(pledge).orElseThrow(Problem::notFound);
        Escrow escrow = RejectionProblems.accepted(decisions.of(view.campaign(), command))
                .escrow();
        return PledgeJson.of(escrow, escrow.pledge(pledge).orElseThrow(Problem::notFound), null);
    }
}
