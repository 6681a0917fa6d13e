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

/** Payments that their payers contest. */
@Controller
class DisputePages {

    private static final Map<String, String> STATES = Map.of("ouvertes", "open", "gagnees", "won", "perdues", "lost");
    private static final Map<String, String> RESULTS = Map.of("gagnee", "won", "perdue", "lost");

    private final Operations operations;
    private final ProjectsById projects;
    private final Notices notices;

    DisputePages(Operations operations, ProjectsById projects, Notices notices) {
        this.operations = operations;
        this.projects = projects;
        this.notices = notices;
    }

    @GetMapping("/exploitation/contestations")
    String list(
            @RequestParam(name = "etat", defaultValue = "ouvertes") String state,
            @RequestParam(name = "suite", required = false) @Nullable String cursor,
            Member member,
            Model model) {
        Operators.only(member);
        Listing<Operations.Dispute> disputes = operations.disputes(member, Operators.one(state, STATES), cursor);
        model.addAttribute("state", state);
        model.addAttribute("disputes", disputes);
        model.addAttribute(
                "titles", projects.of(member, disputes.items().stream().map(Operations.Dispute::campaign)));
        return "operation-disputes";
    }

    @PostMapping("/exploitation/contestations/{dispute}/{result}")
    String decide(@PathVariable String dispute, @PathVariable String result, Member member, RedirectAttributes flash) {
        var answer = operations.post(
                member, Map.of(), "/v1/disputes/{dispute}/{result}", dispute, Operators.one(result, RESULTS));
        notices.tell(answer, "operation.decided", flash);
        return "redirect:/exploitation/contestations";
    }
}
