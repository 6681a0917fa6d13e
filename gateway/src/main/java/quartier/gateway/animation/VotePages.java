package quartier.gateway.animation;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Parts;
import quartier.gateway.catalog.CallForProjects;
import quartier.gateway.catalog.Calls;
import quartier.gateway.catalog.Contests;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;
import quartier.gateway.signin.Viewer;

/** The public's preference in a call, and its result. */
@Controller
class VotePages {

    private final Calls calls;
    private final Contests contests;
    private final Parts parts;
    private final Notices notices;

    VotePages(Calls calls, Contests contests, Parts parts, Notices notices) {
        this.calls = calls;
        this.contests = contests;
        this.parts = parts;
        this.notices = notices;
    }

    @GetMapping("/appels/{slug}/vote")
    String vote(@PathVariable String slug, Viewer viewer, Model model) {
        CallForProjects call = calls.bySlug(slug);
        Member member = viewer.member();
        var entrants = parts.start(() -> contests.entrants(call.id()));
        var mine = parts.start(() -> member == null ? List.<String>of() : contests.votes(member, call.id()));
        model.addAttribute("call", call);
        model.addAttribute("entrants", entrants.get());
        model.addAttribute("votes", mine.get().orElse(List.of()));
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", FormProblems.none());
        }
        return "call-vote";
    }

    @PostMapping("/appels/{slug}/vote")
    String give(
            @PathVariable String slug,
            @RequestParam(name = "projet", defaultValue = "") String project,
            Member member,
            RedirectAttributes flash) {
        notices.tell(contests.vote(member, calls.bySlug(slug).id(), project), "vote.given", flash);
        return "redirect:/appels/" + slug + "/vote";
    }

    @GetMapping("/appels/{slug}/resultat")
    String result(@PathVariable String slug, Model model) {
        CallForProjects call = calls.bySlug(slug);
        model.addAttribute("call", call);
        model.addAttribute("result", contests.result(call.id()));
        return "call-result";
    }
}
