package quartier.gateway.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** The moderators' queue, and the page where they decide. */
@Controller
class ReviewPages {

    /** The fields of a project that a note can stand at. */
    static final List<String> FIELDS = List.of(
            "title",
            "pitch",
            "story",
            "theme",
            "district",
            "goal",
            "stretchGoals",
            "durationDays",
            "otherFunding",
            "tiers",
            "needs",
            "publicBody");

    private final Catalog catalog;
    private final Notices notices;
    private final MessageSource messages;

    ReviewPages(Catalog catalog, Notices notices, MessageSource messages) {
        this.catalog = catalog;
        this.notices = notices;
        this.messages = messages;
    }

    @GetMapping("/relecture")
    String queue(
            @RequestParam(name = "territoire", required = false) @Nullable String territory,
            Member member,
            Model model) {
        model.addAttribute("territory", territory);
        model.addAttribute("queue", catalog.waitingForReview(member, territory));
        return "review-queue";
    }

    @GetMapping("/relecture/{id}")
    String project(@PathVariable String id, Member member, Model model) {
        return page(id, ReviewForm.empty(), FormProblems.none(), member, model);
    }

    @PostMapping("/relecture/{id}")
    String decide(
            @PathVariable String id,
            @ModelAttribute ReviewForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        Optional<String> unconfirmed = form.unconfirmed();
        if (unconfirmed.isPresent()) {
            return page(id, form, FormProblems.ours("review.wrong.title", unconfirmed.get(), messages), member, model);
        }
        List<String> criteria = criteria(catalog.project(member, id)).stream()
                .map(Territory.Theme::id)
                .toList();
        return switch (catalog.review(member, id, form.body(criteria))) {
            case Answer.Done<Nothing> done -> {
                flash.addFlashAttribute("notice", "review.done." + form.decision());
                yield "redirect:/relecture";
            }
            case Answer.Refused<Nothing>(Refusal refusal) ->
                page(id, form, FormProblems.of(refusal, messages), member, model);
        };
    }

    /** Suspending a live campaign, and letting it go on. */
    @PostMapping("/relecture/{id}/suspendre")
    String suspend(
            @PathVariable String id,
            @RequestParam(name = "raison", defaultValue = "") String reason,
            Member member,
            RedirectAttributes flash) {
        notices.tell(catalog.step(member, id, "suspend", Map.of("reason", reason)), "review.suspended", flash);
        return "redirect:/relecture/" + id;
    }

    @PostMapping("/relecture/{id}/reprendre")
    String resume(@PathVariable String id, Member member, RedirectAttributes flash) {
        notices.tell(catalog.step(member, id, "resume", Map.of()), "review.resumed", flash);
        return "redirect:/relecture/" + id;
    }

    private String page(String id, ReviewForm form, FormProblems problems, Member member, Model model) {
        Project project = catalog.project(member, id);
        model.addAttribute("project", project);
        model.addAttribute("criteria", criteria(project));
        model.addAttribute("fields", FIELDS);
        model.addAttribute("form", form);
        if (problems.isPresent() || !model.containsAttribute("problems")) {
            model.addAttribute("problems", problems);
        }
        return "review";
    }

    private List<Territory.Theme> criteria(Project project) {
        return catalog.territory(project.territory())
                .map(Territory::policy)
                .map(Territory.Policy::reviewCriteria)
                .orElse(List.of());
    }
}
