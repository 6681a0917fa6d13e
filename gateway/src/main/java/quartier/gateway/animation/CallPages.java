package quartier.gateway.animation;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.ProjectSearch;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;
import quartier.gateway.signin.Viewer;

/** One call for projects: what it asks, who answers, and how to answer oneself. */
@Controller
class CallPages {

    private static final int PROJECTS = 24;

    private final Catalog catalog;
    private final Calls calls;
    private final Parts parts;
    private final Notices notices;

    CallPages(Catalog catalog, Calls calls, Parts parts, Notices notices) {
        this.catalog = catalog;
        this.calls = calls;
        this.parts = parts;
        this.notices = notices;
    }

    @GetMapping("/appels/{slug}")
    String call(
            @PathVariable String slug,
            @RequestParam(name = "suite", required = false) @Nullable String cursor,
            Viewer viewer,
            Model model) {
        CallForProjects call = calls.bySlug(slug);
        Member member = viewer.member();
        var projects =
                parts.start(() -> catalog.projects(viewer, ProjectSearch.answering(call.id(), cursor, PROJECTS)));
        var mine = parts.start(() -> member == null ? List.<Project>of() : mayEnter(member, call));
        var territory = parts.start(() -> catalog.territory(call.territory()).orElseThrow());
        model.addAttribute("call", call);
        model.addAttribute("projects", projects.get());
        model.addAttribute("mine", mine.get().orElse(List.of()));
        model.addAttribute("territory", territory.get());
        model.addAttribute("leads", member != null && member.animates(call.territoryPath()));
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", FormProblems.none());
        }
        return "call";
    }

    @PostMapping("/appels/{slug}/projets")
    String enter(
            @PathVariable String slug,
            @RequestParam(name = "projet", defaultValue = "") String project,
            Member member,
            RedirectAttributes flash) {
        notices.tell(calls.enter(member, calls.bySlug(slug).id(), project), "call.entered", flash);
        return "redirect:/appels/" + slug;
    }

    /** By the call's staff. */
    @PostMapping("/appels/{slug}/retirer")
    String remove(
            @PathVariable String slug,
            @RequestParam(name = "projet", defaultValue = "") String project,
            @RequestParam(name = "raison", defaultValue = "") String reason,
            Member member,
            RedirectAttributes flash) {
        String call = calls.bySlug(slug).id();
        notices.tell(calls.remove(member, call, project, reason), "call.removed", flash);
        return "redirect:/appels/" + slug;
    }

    /** Those of the member that answer no call yet; whether the territory fits is the catalog's to say. */
    private List<Project> mayEnter(Member member, CallForProjects call) {
        return catalog.mine(member).stream()
                .filter(project -> project.mayEnterCalls() && project.call() == null)
                .filter(project -> call.is("open"))
                .toList();
    }
}
