package quartier.gateway.propose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import quartier.gateway.call.Part;
import quartier.gateway.call.Parts;
import quartier.gateway.catalog.CallForProjects;
import quartier.gateway.catalog.Calls;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.RailOutcome;
import quartier.gateway.catalog.Rails;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.NotFound;
import quartier.gateway.signin.Member;

/** What every step of the wizard shows, and how what was typed becomes the catalog's form. */
@Component
class WizardPage {

    private final Catalog catalog;
    private final Calls calls;
    private final Rails rails;
    private final Simulator simulator;
    private final Parts parts;
    private final MessageSource messages;

    WizardPage(Catalog catalog, Calls calls, Rails rails, Simulator simulator, Parts parts, MessageSource messages) {
        this.catalog = catalog;
        this.calls = calls;
        this.rails = rails;
        this.simulator = simulator;
        this.parts = parts;
        this.messages = messages;
    }

    String show(
            Step step, ProjectForm form, @Nullable Project project, FormProblems problems, Member member, Model model) {
        Territory territory = territory(form);
        model.addAttribute("step", step);
        model.addAttribute("steps", Step.values());
        model.addAttribute("form", form.withRoom());
        model.addAttribute("project", project);
        model.addAttribute("leads", project == null || project.isLedBy(member.id()));
        model.addAttribute("place", territory);
        model.addAttribute("strangeTheme", strange(form.theme(), themes(territory)));
        model.addAttribute("strangeDistrict", strange(form.district(), districts(territory)));
        model.addAttribute("balance", Balance.of(form));
        model.addAttribute("net", step == Step.GOALS ? simulator.net(form.goalOrNothing(), territory) : null);
        if (problems.isPresent() || !model.containsAttribute("problems")) {
            model.addAttribute("problems", problems);
        }
        model.addAttribute("notes", notes(project));
        model.addAttribute("rails", project == null ? null : told(member, project));
        model.addAttribute("calls", step == Step.IDEA ? offered(form) : Part.of(List.of()));
        model.addAttribute("autosave", project != null && project.isEditable());
        return "wizard";
    }

    /**
     * What stands in the form though the territory does not offer it, maybe not any more: it is shown, and told, instead
     * of being dropped in silence.
     */
    private static @Nullable String strange(@Nullable String chosen, List<String> offered) {
        return chosen == null || chosen.isBlank() || offered.isEmpty() || offered.contains(chosen) ? null : chosen;
    }

    private static List<String> themes(@Nullable Territory territory) {
        return territory == null
                ? List.of()
                : territory.themes().stream().map(Territory.Theme::id).toList();
    }

    private static List<String> districts(@Nullable Territory territory) {
        return territory == null ? List.of() : territory.districts();
    }

    /** What of the territory's rules the form as it is stored keeps or breaks. */
    private Part<List<RailOutcome>> told(Member member, Project project) {
        return parts.start(() -> rails.ofProject(member, project.id())).get();
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

    ProjectBody body(ProjectForm form) {
        var locale = LocaleContextHolder.getLocale();
        return ProjectBody.of(
                form,
                territory(form),
                messages.getMessage("form.notAnAmount", null, locale),
                messages.getMessage("form.notANumber", null, locale));
    }

    FormProblems unreadable(ProjectBody body) {
        FormProblems problems = FormProblems.ours("form.wrong.title", "form.wrong.detail", messages);
        return new FormProblems(problems.title(), problems.detail(), body.unreadable());
    }

    private @Nullable Territory territory(ProjectForm form) {
        return form.territory() == null
                ? null
                : catalog.territory(form.territory()).orElse(null);
    }

    /** The project, if the member carries it; to everybody else it is not there. */
    Project carried(String id, Member member) {
        Project project = catalog.project(member, id);
        if (!project.isCarriedBy(member.id())) {
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
