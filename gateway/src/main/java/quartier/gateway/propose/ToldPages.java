package quartier.gateway.propose;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.RailOutcome;
import quartier.gateway.catalog.Rails;
import quartier.gateway.page.NoFrame;
import quartier.gateway.page.NotFound;
import quartier.gateway.signin.Member;

/**
 * What of the territory's rules a step breaks, told where scripts run while one types; nothing is stored. What is still
 * empty is no breach yet: one is not done.
 */
@Controller
class ToldPages {

    private static final String EMPTY = "required";

    private final WizardPage page;
    private final Rails rails;

    ToldPages(WizardPage page, Rails rails) {
        this.page = page;
        this.rails = rails;
    }

    @PostMapping("/proposer/regles")
    @NoFrame
    String ofIdea(@ModelAttribute ProjectForm form, Member member, Model model) {
        String territory = form.territory() == null ? "" : form.territory();
        ProjectForm begun = ProjectForm.fresh(territory, null, "").packed();
        return told(form.over(begun, Step.IDEA), Step.IDEA, member, model);
    }

    @PostMapping("/mes-projets/{id}/{step:" + WizardPages.STEPS + "}/regles")
    @NoFrame
    String ofStep(
            @PathVariable String id,
            @PathVariable String step,
            @ModelAttribute ProjectForm form,
            Member member,
            Model model) {
        Project project = page.carried(id, member);
        Step at = Step.at(step).orElseThrow(NotFound::new);
        return told(form.packed().over(ProjectForm.of(project), at), at, member, model);
    }

    private String told(ProjectForm form, Step at, Member member, Model model) {
        ProjectBody body = page.body(form);
        List<RailOutcome> outcomes = rails.ofForm(member, body.asMap());
        Stream<String> unreadable = body.unreadable().stream()
                .filter(error -> Step.of(error.field()) == at)
                .map(error -> error.message());
        Stream<String> broken = outcomes.stream()
                .flatMap(outcome -> outcome.broken().stream())
                .filter(breach -> Step.of(breach.field()) == at && !EMPTY.equals(breach.code()))
                .map(RailOutcome.Broken::message);
        model.addAttribute(
                "broken", Stream.concat(unreadable, broken).distinct().toList());
        model.addAttribute(
                "clues",
                outcomes.stream()
                        .flatMap(outcome -> outcome.clues().stream())
                        .filter(clue -> Step.of(clue.field()) == at)
                        .map(RailOutcome.Clue::words)
                        .distinct()
                        .toList());
        return "rails-parts :: told";
    }
}
