package quartier.gateway.propose;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.FormKey;
import quartier.gateway.page.FormProblems;
import quartier.gateway.signin.Member;

/** Proposing a project begins with its idea; with that saved, there is a draft that the wizard goes on with. */
@Controller
class ProposePages {

    private final Catalog catalog;
    private final WizardPage page;
    private final MessageSource messages;

    ProposePages(Catalog catalog, WizardPage page, MessageSource messages) {
        this.catalog = catalog;
        this.page = page;
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
        ProjectForm fresh = ProjectForm.fresh(territory, call, FormKey.fresh());
        return page.show(Step.IDEA, fresh, null, FormProblems.none(), member, model);
    }

    @PostMapping("/proposer")
    String create(@ModelAttribute ProjectForm form, Member member, Model model, RedirectAttributes flash) {
        String territory = form.territory() == null ? "" : form.territory();
        String key = FormKey.of(form.idempotencyKey());
        ProjectForm idea = form.over(ProjectForm.fresh(territory, null, key).packed(), Step.IDEA);
        return switch (catalog.create(member, key, page.body(idea).asMap())) {
            case Answer.Done<Project>(Project draft) -> {
                flash.addFlashAttribute("notice", "propose.saved");
                Step then = form.isNext() ? Step.IDEA.next() : Step.IDEA;
                yield "redirect:/mes-projets/" + draft.id() + "/" + then.path();
            }
            case Answer.Refused<Project>(Refusal refusal) -> {
                ProjectForm kept = refusal.unknownOutcome() ? idea : idea.withKey(FormKey.fresh());
                yield page.show(Step.IDEA, kept, null, FormProblems.of(refusal, messages), member, model);
            }
        };
    }
}
