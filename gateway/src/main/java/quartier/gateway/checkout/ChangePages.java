package quartier.gateway.checkout;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Money;
import quartier.gateway.call.Parts;
import quartier.gateway.call.Refusal;
import quartier.gateway.campaign.Standing;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.page.FormKey;
import quartier.gateway.page.FormProblems;
import quartier.gateway.pledge.PaymentMeans;
import quartier.gateway.pledge.Pledge;
import quartier.gateway.pledge.PledgeChange.Changed;
import quartier.gateway.pledge.Pledges;
import quartier.gateway.signin.Member;

/** Another amount or reward for a pledge, while its campaign is under way. */
@Controller
class ChangePages {

    private final Catalog catalog;
    private final Pledges pledges;
    private final Parts parts;
    private final MessageSource messages;
    private final Clock clock;

    ChangePages(Catalog catalog, Pledges pledges, Parts parts, MessageSource messages, Clock clock) {
        this.catalog = catalog;
        this.pledges = pledges;
        this.parts = parts;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/contributions/{id:[A-Za-z0-9-]+}/changer")
    String form(@PathVariable String id, Member member, Model model) {
        Pledge pledge = pledges.pledge(member, id);
        return page(pledge, ChangeForm.of(pledge), FormProblems.none(), member, model);
    }

    @PostMapping("/contributions/{id:[A-Za-z0-9-]+}/changer")
    String change(
            @PathVariable String id,
            @ModelAttribute ChangeForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        Pledge pledge = pledges.pledge(member, id);
        Optional<Money> amount = form.amount();
        if (amount.isEmpty()) {
            FormProblems wrong = FormProblems.ours("checkout.wrong.title", "checkout.wrong.amount", messages);
            return page(pledge, form, wrong, member, model);
        }
        String back = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/contributions/{id}")
                .buildAndExpand(id)
                .toUriString();
        return switch (pledges.change(member, id, form.idempotencyKey(), form.change(amount.get(), cardHere(), back))) {
            case Answer.Done<Changed>(Changed changed) -> afterwards(changed, pledge, form, member, model, flash);
            case Answer.Refused<Changed>(Refusal refusal) -> {
                // An unknown outcome keeps its key, so that the next try is the same change and not a second one.
                ChangeForm kept = refusal.unknownOutcome() ? form : form.again(FormKey.fresh());
                yield page(pledge, kept, FormProblems.of(refusal, messages), member, model);
            }
        };
    }

    private String afterwards(
            Changed changed, Pledge pledge, ChangeForm form, Member member, Model model, RedirectAttributes flash) {
        if (changed.is("declined") || changed.is("expired")) {
            FormProblems why = Declined.because(changed.declineReason(), messages);
            return page(pledge, form.again(FormKey.fresh()), why, member, model);
        }
        String bank = changed.action() == null ? null : changed.action().url();
        if (changed.is("action_required") && bank != null) {
            return "redirect:" + bank;
        }
        flash.addFlashAttribute("notice", changed.is("done") ? "checkout.changed" : "checkout.changing");
        return "redirect:/contributions/" + pledge.id();
    }

    private String page(Pledge pledge, ChangeForm form, FormProblems problems, Member member, Model model) {
        Project project = catalog.project(member, pledge.campaign());
        model.addAttribute("pledge", pledge);
        model.addAttribute("project", project);
        model.addAttribute(
                "standing",
                Standing.of(
                        project,
                        parts.start(() -> pledges.campaign(project.id())).get(),
                        clock.instant()));
        model.addAttribute("cardHere", cardHere());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "pledge-change";
    }

    private boolean cardHere() {
        return parts.start(pledges::means)
                .get()
                .map(PaymentMeans::isCardTypedHere)
                .orElse(false);
    }
}
