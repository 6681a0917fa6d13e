package quartier.gateway.animation;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Part;
import quartier.gateway.call.Parts;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.CallForProjects;
import quartier.gateway.catalog.Calls;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Contest;
import quartier.gateway.catalog.Contests;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.ProjectSearch;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;
import quartier.gateway.signin.Viewer;
import quartier.gateway.support.MatchFund;
import quartier.gateway.support.MatchFunds;

/** One call for projects: what it asks, who answers, and how to answer oneself. */
@Controller
class CallPages {

    private static final int PROJECTS = 24;

    private final Catalog catalog;
    private final Calls calls;
    private final Contests contests;
    private final MatchFunds funds;
    private final Parts parts;
    private final Notices notices;
    private final MessageSource messages;

    CallPages(
            Catalog catalog,
            Calls calls,
            Contests contests,
            MatchFunds funds,
            Parts parts,
            Notices notices,
            MessageSource messages) {
        this.catalog = catalog;
        this.calls = calls;
        this.contests = contests;
        this.funds = funds;
        this.parts = parts;
        this.notices = notices;
        this.messages = messages;
    }

    @GetMapping("/appels/{slug}")
    String call(
            @PathVariable String slug,
            @RequestParam(name = "suite", required = false) @Nullable String cursor,
            Viewer viewer,
            Model model) {
        return page(calls.bySlug(slug), cursor, Answering.blank(), viewer, model);
    }

    /** First the answers, then the entry; whatever is refused, what was written stays on the page. */
    @PostMapping("/appels/{slug}/projets")
    String enter(
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            Member member,
            Model model,
            RedirectAttributes flash) {
        CallForProjects call = calls.bySlug(slug);
        Answering answering = Answering.of(typed);
        Answer<Nothing> answered = call.questions().isEmpty()
                ? new Answer.Done<>(new Nothing())
                : contests.answer(member, call.id(), answering.project(), answering.answers());
        Answer<Nothing> entered = answered instanceof Answer.Done<Nothing>
                ? calls.enter(member, call.id(), answering.project())
                : answered;
        return switch (entered) {
            case Answer.Done<Nothing> done -> {
                flash.addFlashAttribute("notice", "call.entered");
                yield "redirect:/appels/" + slug;
            }
            case Answer.Refused<Nothing>(Refusal refusal) -> {
                model.addAttribute("problems", FormProblems.of(refusal, messages));
                yield page(call, null, answering, new Viewer(member), model);
            }
        };
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

    private String page(
            CallForProjects call, @Nullable String cursor, Answering answering, Viewer viewer, Model model) {
        Member member = viewer.member();
        var projects =
                parts.start(() -> catalog.projects(viewer, ProjectSearch.answering(call.id(), cursor, PROJECTS)));
        var mine = parts.start(() -> member == null ? List.<Project>of() : mayEnter(member, call));
        var territory = parts.start(() -> catalog.territory(call.territory()).orElseThrow());
        String fund = call.matchFund();
        Supplier<Part<MatchFund>> matched =
                fund == null ? Part::absent : parts.start(() -> funds.fund(Bearer.none(), fund));
        Supplier<Part<Contest.Jury>> jury =
                call.has("jury") ? parts.start(() -> contests.jury(viewer, call.id())) : Part::absent;
        Supplier<Part<Contest.Result>> result =
                call.isIn("result") ? parts.start(() -> contests.result(call.id())) : Part::absent;
        model.addAttribute("call", call);
        model.addAttribute("projects", projects.get());
        model.addAttribute("mine", mine.get().orElse(List.of()));
        model.addAttribute("answering", answering);
        model.addAttribute("territory", territory.get());
        model.addAttribute("fund", matched.get());
        model.addAttribute("jury", jury.get().orElse(Contest.Jury.none()));
        model.addAttribute("result", result.get());
        model.addAttribute("leads", member != null && member.animates(call.territoryPath()));
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", FormProblems.none());
        }
        return "call";
    }

    /** Those of the member that answer no call yet; whether the territory fits is the catalog's to say. */
    private List<Project> mayEnter(Member member, CallForProjects call) {
        return catalog.mine(member).stream()
                .filter(project -> project.mayEnterCalls() && project.call() == null)
                .filter(project -> call.is("open"))
                .toList();
    }
}
