package quartier.gateway.operation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Listing;
import quartier.gateway.call.Parts;
import quartier.gateway.catalog.ProjectsById;
import quartier.gateway.page.Notices;
import quartier.gateway.pledge.Operations;
import quartier.gateway.signin.Member;

/** Money that did not find its way back: failed refunds, cash, and lenders' parts of repayments. */
@Controller
class RefundPages {

    private static final String HERE = "redirect:/exploitation/remboursements";

    private final Operations operations;
    private final ProjectsById projects;
    private final Parts parts;
    private final Notices notices;

    RefundPages(Operations operations, ProjectsById projects, Parts parts, Notices notices) {
        this.operations = operations;
        this.projects = projects;
        this.parts = parts;
        this.notices = notices;
    }

    @GetMapping("/exploitation/remboursements")
    String list(@RequestParam(name = "suite", required = false) @Nullable String cursor, Member member, Model model) {
        Operators.only(member);
        var cash = parts.start(() -> operations.refunds(member, "cash", null));
        var repayments = parts.start(() -> operations.failedRepayments(member, null));
        Listing<Operations.FailedRefund> refunds = operations.refunds(member, "failed", cursor);
        model.addAttribute("refunds", refunds);
        model.addAttribute("cash", cash.get());
        model.addAttribute("repayments", repayments.get());
        Stream<String> campaigns = Stream.of(
                        refunds.items().stream().map(Operations.FailedRefund::campaign),
                        cash.get().map(Listing::items).orElse(List.of()).stream()
                                .map(Operations.FailedRefund::campaign),
                        repayments.get().map(Listing::items).orElse(List.of()).stream()
                                .map(Operations.FailedRepayment::campaign))
                .flatMap(ids -> ids);
        model.addAttribute("titles", projects.of(member, campaigns));
        return "operation-refunds";
    }

    @GetMapping("/exploitation/remboursements/{campaign}/{refund}")
    String account(@PathVariable String campaign, @PathVariable String refund, Member member, Model model) {
        Operators.only(member);
        model.addAttribute("campaign", campaign);
        model.addAttribute("refund", refund);
        model.addAttribute("titles", projects.of(member, Stream.of(campaign)));
        model.addAttribute("account", operations.account(member, campaign, refund));
        return "operation-refund";
    }

    @PostMapping("/exploitation/remboursements/{campaign}/{refund}/reessayer")
    String retry(@PathVariable String campaign, @PathVariable String refund, Member member, RedirectAttributes flash) {
        var answer =
                operations.post(member, Map.of(), "/v1/campaigns/{campaign}/refunds/{refund}/retry", campaign, refund);
        return told(answer, "operation.retried", flash);
    }

    @PostMapping("/exploitation/remboursements/{campaign}/{refund}/main")
    String byHand(
            @PathVariable String campaign,
            @PathVariable String refund,
            @RequestParam(defaultValue = "") String reference,
            Member member,
            RedirectAttributes flash) {
        var answer = operations.post(
                member,
                Map.of("reference", reference),
                "/v1/campaigns/{campaign}/refunds/{refund}/by-hand",
                campaign,
                refund);
        return told(answer, "operation.byHand", flash);
    }

    @PostMapping("/exploitation/echeances/{campaign}/{repayment}/{payment}/reessayer")
    String retryRepayment(
            @PathVariable String campaign,
            @PathVariable String repayment,
            @PathVariable String payment,
            Member member,
            RedirectAttributes flash) {
        var answer = operations.post(
                member,
                Map.of(),
                "/v1/campaigns/{campaign}/repayments/{repayment}/{payment}/retry",
                campaign,
                repayment,
                payment);
        return told(answer, "operation.retried", flash);
    }

    private String told(Answer<?> answer, String done, RedirectAttributes flash) {
        notices.tell(answer, done, flash);
        return HERE;
    }
}
