package quartier.gateway.city;

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
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Reviews;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;
import quartier.gateway.signin.Viewer;

/** Where anybody reports a project, and where the staff answer reports. */
@Controller
class ReportPages {

    private final Catalog catalog;
    private final Reviews reviews;
    private final Desk desk;
    private final Notices notices;
    private final MessageSource messages;

    ReportPages(Catalog catalog, Reviews reviews, Desk desk, Notices notices, MessageSource messages) {
        this.catalog = catalog;
        this.reviews = reviews;
        this.desk = desk;
        this.notices = notices;
        this.messages = messages;
    }

    @GetMapping("/projets/{slug}/signaler")
    String form(@PathVariable String slug, Viewer viewer, Model model) {
        return form(slug, "", "", FormProblems.none(), viewer, model);
    }

    @PostMapping("/projets/{slug}/signaler")
    String report(
            @PathVariable String slug,
            @RequestParam(name = "motif", defaultValue = "") String reason,
            @RequestParam(name = "texte", defaultValue = "") String text,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Project project = catalog.bySlug(viewer, slug);
        return switch (reviews.report(viewer, project.id(), reason, text)) {
            case Answer.Done<Nothing> done -> {
                flash.addFlashAttribute("notice", "report.sent");
                yield "redirect:/projets/" + project.slug();
            }
            case Answer.Refused<Nothing>(Refusal refusal) ->
                form(slug, reason, text, FormProblems.of(refusal, messages), viewer, model);
        };
    }

    private String form(String slug, String reason, String text, FormProblems problems, Viewer viewer, Model model) {
        model.addAttribute("project", catalog.bySlug(viewer, slug));
        model.addAttribute("reason", reason);
        model.addAttribute("text", text);
        model.addAttribute("problems", problems);
        return "report";
    }

    @GetMapping("/{territory:[a-z][a-z0-9-]*}/bureau/signalements")
    String queue(
            @PathVariable String territory,
            @RequestParam(name = "suite", required = false) @Nullable String outcome,
            Member member,
            Model model) {
        desk.open(territory, member, model);
        model.addAttribute("outcome", outcome == null ? "open" : outcome);
        model.addAttribute("reports", reviews.reports(member, territory, outcome));
        return "city-reports";
    }

    @PostMapping("/{territory:[a-z][a-z0-9-]*}/bureau/signalements/{id}")
    String close(
            @PathVariable String territory,
            @PathVariable String id,
            @RequestParam(name = "suite", defaultValue = "") String outcome,
            @RequestParam(name = "note", defaultValue = "") String note,
            Member member,
            RedirectAttributes flash) {
        notices.tell(reviews.closeReport(member, id, outcome, note), "report.closed", flash);
        return "redirect:/" + territory + "/bureau/signalements";
    }
}
