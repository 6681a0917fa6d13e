package quartier.gateway.propose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
import quartier.gateway.call.Part;
import quartier.gateway.call.Parts;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.CallForProjects;
import quartier.gateway.catalog.Calls;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Rails;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.FormKey;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.NotFound;
import quartier.gateway.signin.Member;

/** Proposing a project: a draft that is saved as often as one likes, then submitted. */
@Controller
class ProposePages {

    private final Catalog catalog;
    private final Calls calls;
    private final Rails rails;
    private final Simulator simulator;
    private final Parts parts;
    private final MessageSource messages;

    ProposePages(Catalog catalog, Calls calls, Rails rails, Simulator simulator, Parts parts, MessageSource messages) {
        this.catalog = catalog;
        this.calls = calls;
        this.rails = rails;
        this.simulator = simulator;
        this.parts = parts;
        this.messages = messages;
    }

    @GetMapping("/proposer")
    String begin(
            @RequestParam(name = "territoire", required = false) @Nullable String territory,
            @RequestParam(name = "appel", required = false) @Nullable String call,
            Member member,
            Model model) {
        if (territory == null || catalog.territory(territory).isEmpty()) {
            model.addAttribute(
                    "choices",
                    catalog.territories().stream().filter(Territory::isWindow).toList());
            model.addAttribute("call", call);
            return "propose-where";
        }
        return page(ProjectForm.fresh(territory, call, FormKey.fresh()), null, FormProblems.none(), model);
    }

    @PostMapping("/proposer")
    String create(@ModelAttribute ProjectForm form, Member member, Model model, RedirectAttributes flash) {
        if (form.isRowButton()) {
            return page(form.afterRowButton(), null, FormProblems.none(), model);
        }
        ProjectForm packed = form.packed();
        ProjectBody body = body(packed);
        if (!body.unreadable().isEmpty()) {
            return page(packed, null, unreadable(body), model);
        }
        if (packed.isCheck()) {
            return checked(packed, null, body, member, model);
        }
        String key = FormKey.of(packed.idempotencyKey());
        return switch (catalog.create(member, key, body.asMap())) {
            case Answer.Done<Project>(Project draft) -> saved(draft, packed, member, model, flash);
            case Answer.Refused<Project>(Refusal refusal) -> {
                ProjectForm kept = refusal.unknownOutcome() ? packed : packed.withKey(FormKey.fresh());
                yield page(kept, null, FormProblems.of(refusal, messages), model);
            }
        };
    }

    @GetMapping("/mes-projets/{id}")
    String edit(@PathVariable String id, Member member, Model model) {
        Project project = own(id, member);
        model.addAttribute(
                "rails", parts.start(() -> rails.ofProject(member, id)).get());
        return project.isEditable()
                ? page(ProjectForm.of(project), project, FormProblems.none(), model)
                : "redirect:/mes-projets/" + id + "/tableau";
    }

    @PostMapping("/mes-projets/{id}")
    String change(
            @PathVariable String id,
            @ModelAttribute ProjectForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        Project project = own(id, member);
        if (form.isRowButton()) {
            return page(form.afterRowButton(), project, FormProblems.none(), model);
        }
        ProjectForm packed = form.packed();
        ProjectBody body = body(packed);
        if (!body.unreadable().isEmpty()) {
            return page(packed, project, unreadable(body), model);
        }
        if (packed.isCheck()) {
            return checked(packed, project, body, member, model);
        }
        return switch (catalog.change(member, id, packed.versionOrZero(), body.asMap())) {
            case Answer.Done<Project>(Project changed) -> saved(changed, packed, member, model, flash);
            case Answer.Refused<Project>(Refusal refusal) ->
                page(packed, project, FormProblems.of(refusal, messages), model);
        };
    }

    /** Saved; and submitted if that was asked: what is then missing is shown over the saved draft. */
    private String saved(Project draft, ProjectForm form, Member member, Model model, RedirectAttributes flash) {
        if (!form.isSubmit()) {
            flash.addFlashAttribute("notice", "propose.saved");
            return "redirect:/mes-projets/" + draft.id();
        }
        return switch (catalog.step(member, draft.id(), "submit", Map.of())) {
            case Answer.Done<Nothing> done -> {
                flash.addFlashAttribute("notice", "propose.submitted");
                yield "redirect:/mes-projets/" + draft.id() + "/tableau";
            }
            case Answer.Refused<Nothing>(Refusal refusal) ->
                page(ProjectForm.of(draft), draft, FormProblems.of(refusal, messages), model);
        };
    }

    /** How what is typed stands against the guard rails; nothing is saved. */
    private String checked(ProjectForm form, @Nullable Project project, ProjectBody body, Member member, Model model) {
        model.addAttribute(
                "rails", parts.start(() -> rails.ofForm(member, body.asMap())).get());
        return page(form, project, FormProblems.none(), model);
    }

    private String page(ProjectForm form, @Nullable Project project, FormProblems problems, Model model) {
        Territory territory = form.territory() == null
                ? null
                : catalog.territory(form.territory()).orElse(null);
        model.addAttribute("form", form);
        model.addAttribute("project", project);
        model.addAttribute("place", territory);
        model.addAttribute("net", simulator.net(form.goalOrNothing(), territory));
        model.addAttribute("problems", problems);
        model.addAttribute("notes", notes(project));
        model.addAttribute("calls", offered(form));
        return "project-form";
    }

    /** The open calls, and the one that was chosen though it has closed since. */
    private Part<List<CallForProjects>> offered(ProjectForm form) {
        String chosen = form.call();
        var open = parts.start(() -> calls.reaching(form.territory(), "open"));
        if (chosen == null || chosen.isBlank()) {
            return open.get();
        }
        var answered = parts.start(() -> calls.one(chosen)).get();
        return open.get().map(some -> {
            CallForProjects call = answered.getValue();
            boolean known =
                    call == null || some.stream().anyMatch(one -> one.id().equals(call.id()));
            return known ? some : Stream.concat(some.stream(), Stream.of(call)).toList();
        });
    }

    private ProjectBody body(ProjectForm form) {
        var locale = LocaleContextHolder.getLocale();
        Territory territory = form.territory() == null
                ? null
                : catalog.territory(form.territory()).orElse(null);
        return ProjectBody.of(
                form,
                territory,
                messages.getMessage("form.notAnAmount", null, locale),
                messages.getMessage("form.notANumber", null, locale));
    }

    private FormProblems unreadable(ProjectBody body) {
        FormProblems problems = FormProblems.ours("form.wrong.title", "form.wrong.detail", messages);
        return new FormProblems(problems.title(), problems.detail(), body.unreadable());
    }

    private Project own(String id, Member member) {
        Project project = catalog.project(member, id);
        if (project.owner() == null || !member.is(project.owner().id())) {
            throw new NotFound();
        }
        return project;
    }

    /** The moderator's notes by field; those at a row stand at its list. */
    private static Map<String, String> notes(@Nullable Project project) {
        Map<String, String> notes = new LinkedHashMap<>();
        List<Project.Note> written = project == null || project.review() == null
                ? List.of()
                : project.review().notes();
        for (Project.Note note : written) {
            if (note.field() != null && note.note() != null) {
                notes.merge(note.field().replaceAll("\\[.*", ""), note.note(), (first, more) -> first + " · " + more);
            }
        }
        return notes;
    }
}
