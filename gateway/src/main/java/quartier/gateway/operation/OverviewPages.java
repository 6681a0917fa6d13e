package quartier.gateway.operation;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import quartier.gateway.call.Parts;
import quartier.gateway.pledge.Operations;
import quartier.gateway.signin.Member;

/** What waits for the operator, area by area; each part may be missing without losing the others. */
@Controller
class OverviewPages {

    private final Operations operations;
    private final Parts parts;

    OverviewPages(Operations operations, Parts parts) {
        this.operations = operations;
        this.parts = parts;
    }

    @GetMapping("/exploitation")
    String overview(Member member, Model model) {
        Operators.only(member);
        var run = parts.start(() -> operations.run(member, null));
        var refunds = parts.start(() -> operations.refunds(member, "failed", null));
        var cash = parts.start(() -> operations.refunds(member, "cash", null));
        var payouts = parts.start(() -> operations.payouts(member, "failed", null));
        var repayments = parts.start(() -> operations.failedRepayments(member, null));
        var disputes = parts.start(() -> operations.disputes(member, "open", null));
        var reviews = parts.start(() -> operations.reviews(member, null));
        var reconciliation = parts.start(() -> operations.reconciliation(member));
        var audit = parts.start(() -> operations.audit(member));
        model.addAttribute("run", run.get());
        model.addAttribute("refunds", refunds.get());
        model.addAttribute("cash", cash.get());
        model.addAttribute("payouts", payouts.get());
        model.addAttribute("repayments", repayments.get());
        model.addAttribute("disputes", disputes.get());
        model.addAttribute("reviews", reviews.get());
        model.addAttribute("reconciliation", reconciliation.get());
        model.addAttribute("audit", audit.get());
        return "operation";
    }
}
