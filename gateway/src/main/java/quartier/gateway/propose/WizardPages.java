package quartier.gateway.propose;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.NoFrame;
import quartier.gateway.page.NotFound;
import quartier.gateway.signin.Member;

/**
 * A draft, step by step. Each step saves what stands on it and leaves the others as they are stored; where scripts run,
 * it is also saved while one types.
 */
@Controller
class WizardPages {

    static final String STEPS = "idee|recit|budget|objectifs|contreparties|besoins|lieu|equipe|identite|relecture";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Catalog catalog;
    private final WizardPage page;
    private final MessageSource messages;
    private final Clock clock;

    WizardPages(Catalog catalog, WizardPage page, MessageSource messages, Clock clock) {
        this.catalog = catalog;
        this.page = page;
        this.messages = messages;
        this.clock = clock;
    }

    /** To the first step where something is missing. */
    @GetMapping("/mes-projets/{id}")
    String open(@PathVariable String id, Member member, Model model, RedirectAttributes flash) {
        Project project = page.carried(id, member);
        Object notice = model.getAttribute("notice");
        if (notice != null) {
            // What was to be said here is said where this leads.
            flash.addFlashAttribute("notice", notice);
        }
        Step first = Arrays.stream(Step.values())
                .filter(step -> step.isIncomplete(project))
                .findFirst()
                .orElse(Step.REVIEW);
        return "redirect:/mes-projets/" + id + "/" + (project.isEditable() ? first.path() : "tableau");
    }

    @GetMapping("/mes-projets/{id}/{step:" + STEPS + "}")
    String step(
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam(name = "trop-lourd", required = false) @Nullable String tooLarge,
            Member member,
            Model model) {
        Project project = page.carried(id, member);
        Step shown = Step.at(step).orElseThrow(NotFound::new);
        // The team and the pictures change at any time; the form no longer does.
        boolean open = project.isEditable() || shown == Step.TEAM || shown == Step.STORY;
        return open
                ? page.show(shown, ProjectForm.of(project), project, problems(tooLarge), member, model)
                : "redirect:/mes-projets/" + id + "/tableau";
    }

    /** See {@link quartier.gateway.page.LargeUploads}. */
    private FormProblems problems(@Nullable String tooLarge) {
        return tooLarge == null
                ? FormProblems.none()
                : FormProblems.ours("propose.tooLarge.title", "propose.tooLarge.detail", messages);
    }

    @PostMapping("/mes-projets/{id}/{step:" + STEPS + "}")
    String save(
            @PathVariable String id,
            @PathVariable String step,
            @ModelAttribute ProjectForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        Project project = page.carried(id, member);
        Step at = Step.at(step).orElseThrow(NotFound::new);
        if (at == Step.REVIEW) {
            return submit(project, member, model, flash);
        }
        if (form.isRowButton()) {
            return page.show(
                    at,
                    form.afterRowButton().over(ProjectForm.of(project), at),
                    project,
                    FormProblems.none(),
                    member,
                    model);
        }
        ProjectForm merged = form.packed().over(ProjectForm.of(project), at);
        ProjectBody body = page.body(merged);
        if (!body.unreadable().isEmpty()) {
            return page.show(at, merged, project, page.unreadable(body), member, model);
        }
        return switch (catalog.change(member, id, merged.versionOrZero(), body.asMap())) {
            case Answer.Done<Project>(Project saved) -> {
                flash.addFlashAttribute("notice", "propose.saved");
                yield "redirect:/mes-projets/" + id + "/" + (form.isNext() ? at.next() : at).path();
            }
            case Answer.Refused<Project>(Refusal refusal) ->
                page.show(at, merged, project, FormProblems.of(refusal, messages), member, model);
        };
    }

    /** Answers with a line for the page, and with the version that the form goes on from. */
    @PostMapping("/mes-projets/{id}/{step:" + STEPS + "}/brouillon")
    @NoFrame
    String autosave(
            @PathVariable String id,
            @PathVariable String step,
            @ModelAttribute ProjectForm form,
            Member member,
            Model model) {
        Project project = page.carried(id, member);
        Step at = Step.at(step).orElseThrow(NotFound::new);
        ProjectForm merged = form.packed().over(ProjectForm.of(project), at);
        ProjectBody body = page.body(merged);
        model.addAttribute("time", TIME.format(clock.instant().atZone(PARIS)));
        if (!body.unreadable().isEmpty()) {
            return notSaved(form, body.unreadable().getFirst().message(), model);
        }
        return switch (catalog.change(member, id, merged.versionOrZero(), body.asMap())) {
            case Answer.Done<Project>(Project saved) -> {
                model.addAttribute("version", saved.version());
                yield "wizard-parts :: saved";
            }
            case Answer.Refused<Project>(Refusal refusal) ->
                notSaved(form, FormProblems.of(refusal, messages).title(), model);
        };
    }

    private static String notSaved(ProjectForm form, String why, Model model) {
        model.addAttribute("version", form.versionOrZero());
        model.addAttribute("why", why);
        return "wizard-parts :: saved";
    }

    private String submit(Project project, Member member, Model model, RedirectAttributes flash) {
        return switch (catalog.step(member, project.id(), "submit", Map.of())) {
            case Answer.Done<Nothing> done -> {
                flash.addFlashAttribute("notice", "propose.submitted");
                yield "redirect:/mes-projets/" + project.id() + "/tableau";
            }
            case Answer.Refused<Nothing>(Refusal refusal) -> {
                model.addAttribute("elsewhere", elsewhere(refusal.errors()));
                yield page.show(
                        Step.REVIEW,
                        ProjectForm.of(project),
                        project,
                        FormProblems.of(refusal, messages),
                        member,
                        model);
            }
        };
    }

    /** What is to be corrected, and the step where it stands. */
    record Correction(Step step, String field, String message) {}

    private static List<Correction> elsewhere(List<Refusal.FieldError> errors) {
        return errors.stream()
                .map(error -> new Correction(Step.of(error.field()), error.field(), error.message()))
                .toList();
    }
}
