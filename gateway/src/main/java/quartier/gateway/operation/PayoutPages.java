package quartier.gateway.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Listing;
import quartier.gateway.catalog.ProjectsById;
import quartier.gateway.page.Notices;
import quartier.gateway.pledge.Operations;
import quartier.gateway.signin.Member;

/** What is paid out to owners. */
@Controller
class PayoutPages {

    private static final Map<String, String> STATES = Map.of("echec", "failed", "prevu", "due", "fait", "done");

    private final Operations operations;
    private final ProjectsById projects;
    private final Notices notices;

    PayoutPages(Operations operations, ProjectsById projects, Notices notices) {
        this.operations = operations;
        this.projects = projects;
        this.notices = notices;
    }

    @GetMapping("/exploitation/versements")
    String list(
            @RequestParam(name = "etat", defaultValue = "echec") String state,
            @RequestParam(name = "suite", required = false) @Nullable String cursor,
            Member member,
            Model model) {
        Operators.only(member);
        Listing<Operations.Payout> payouts = operations.payouts(member, Operators.one(state, STATES), cursor);
        model.addAttribute("state", state);
        model.addAttribute("payouts", payouts);
        model.addAttribute(
                "titles", projects.of(member, payouts.items().stream().map(Operations.Payout::campaign)));
        return "operation-payouts";
    }

    @PostMapping("/exploitation/versements/{campaign}/{payout}/reessayer")
    String retry(@PathVariable String campaign, @PathVariable String payout, Member member, RedirectAttributes flash) {
        var answer =
                operations.post(member, Map.of(), "/v1/campaigns/{campaign}/payouts/{payout}/retry", campaign, payout);
        notices.tell(answer, "operation.retried", flash);
        return "redirect:/exploitation/versements";
    }
}
