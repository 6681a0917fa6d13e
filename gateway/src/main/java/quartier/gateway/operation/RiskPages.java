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

/** Pledges that the rules about abuse have flagged, and what the operator makes of them. */
@Controller
class RiskPages {

    private static final Map<String, String> RESULTS = Map.of("valider", "clear", "refuser", "refuse");

    private final Operations operations;
    private final ProjectsById projects;
    private final Notices notices;

    RiskPages(Operations operations, ProjectsById projects, Notices notices) {
        this.operations = operations;
        this.projects = projects;
        this.notices = notices;
    }

    @GetMapping("/exploitation/examens")
    String list(@RequestParam(name = "suite", required = false) @Nullable String cursor, Member member, Model model) {
        Operators.only(member);
        Listing<Operations.Review> reviews = operations.reviews(member, cursor);
        model.addAttribute("reviews", reviews);
        model.addAttribute(
                "titles", projects.of(member, reviews.items().stream().map(Operations.Review::campaign)));
        return "operation-reviews";
    }

    @PostMapping("/exploitation/examens/{pledge}/{result}")
    String decide(@PathVariable String pledge, @PathVariable String result, Member member, RedirectAttributes flash) {
        var answer = operations.post(
                member, Map.of(), "/v1/reviews/{pledge}/{result}", pledge, Operators.one(result, RESULTS));
        notices.tell(answer, "operation.decided", flash);
        return "redirect:/exploitation/examens";
    }
}
