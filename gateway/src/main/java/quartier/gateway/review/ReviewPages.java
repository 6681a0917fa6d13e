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
import quartier.gateway.call.Parts;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.AnswerTemplate;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Rails;
import quartier.gateway.catalog.Reviews;
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
    private final Reviews reviews;
    private final Rails rails;
    private final Parts parts;
    private final Notices notices;
    private final MessageSource messages;

    ReviewPages(Catalog catalog, Reviews reviews, Rails rails, Parts parts, Notices notices, MessageSource messages) {
        this.catalog = catalog;
        this.reviews = reviews;
        this.rails = rails;
        this.parts = parts;
        this.notices = notices;
        this.messages = messages;
    }

    @GetMapping("/relecture")
    String queue(
            @RequestParam(name = "territoire", required = false) @Nullable String territory,
            @RequestParam(name = "etat", required = false) @Nullable String state,
            @RequestParam(name = "situation", required = false) @Nullable String standing,
            @RequestParam(name = "jours", required = false) @Nullable String days,
            Member member,
            Model model) {
        var filter = new Reviews.Filter(territory, state, standing, days);
        model.addAttribute("filter", filter);
        model.addAttribute("queue", reviews.queue(member, filter));
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
        if (form.template().isPresent()) {
            ReviewForm filled = form.with(template(id, form.template().get(), member));
            return page(id, filled, FormProblems.none(), member, model);
        }
        Optional<String> unconfirmed = form.unconfirmed();
        if (unconfirmed.isPresent()) {
            return page(id, form, FormProblems.ours("review.wrong.title", unconfirmed.get(), messages), member, model);
        }
        List<String> criteria = criteria(catalog.project(member, id)).stream()
                .map(Territory.Theme::id)
                .toList();
        return switch (reviews.decide(member, id, form.versionRead(), form.body(criteria))) {
            case Answer.Done<Project>(Project decided) -> {
                boolean half = "approve".equals(form.decision()) && decided.is("submitted");
                flash.addFlashAttribute("notice", half ? "review.done.half" : "review.done." + form.decision());
                yield "redirect:/relecture";
            }
            case Answer.Refused<Project>(Refusal refusal) ->
                page(id, form, FormProblems.of(refusal, messages), member, model);
        };
    }

    @PostMapping("/relecture/{id}/prendre")
    String claim(@PathVariable String id, Member member, RedirectAttributes flash) {
        notices.tell(reviews.claim(member, id), "review.claimed", flash);
        return "redirect:/relecture/" + id;
    }

    @PostMapping("/relecture/{id}/rendre")
    String release(@PathVariable String id, Member member, RedirectAttributes flash) {
        notices.tell(reviews.release(member, id), "review.released", flash);
        return "redirect:/relecture";
    }

    @PostMapping("/relecture/{id}/notes")
    String annotate(
            @PathVariable String id,
            @RequestParam(name = "texte", defaultValue = "") String text,
            Member member,
            RedirectAttributes flash) {
        notices.tell(reviews.annotate(member, id, text), "review.annotated", flash);
        return "redirect:/relecture/" + id;
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
        var outcomes = parts.start(() -> rails.ofProject(member, id));
        var history = parts.start(() -> reviews.history(member, id));
        var templates = parts.start(() -> reviews.templates(member, project.territory()));
        model.addAttribute("rails", outcomes.get());
        model.addAttribute("history", history.get());
        model.addAttribute("templates", templates.get().orElse(List.of()));
        model.addAttribute("mine", project.review() != null && project.review().isClaimedBy(member.id()));
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

    private Optional<AnswerTemplate> template(String id, String wanted, Member member) {
        Project project = catalog.project(member, id);
        return reviews.templates(member, project.territory()).stream()
                .filter(template -> template.id().equals(wanted))
                .findFirst();
    }
}
