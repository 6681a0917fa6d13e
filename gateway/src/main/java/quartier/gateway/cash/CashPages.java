package quartier.gateway.cash;

import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.page.FormKey;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.Notices;
import quartier.gateway.pledge.Cash;
import quartier.gateway.pledge.Pledges;
import quartier.gateway.signin.Member;

/** Cash from a meeting, for the territory's staff: one person enters it, another confirms it. */
@Controller
class CashPages {

    private final Pledges pledges;
    private final Catalog catalog;
    private final Notices notices;
    private final MessageSource messages;

    CashPages(Pledges pledges, Catalog catalog, Notices notices, MessageSource messages) {
        this.pledges = pledges;
        this.catalog = catalog;
        this.notices = notices;
        this.messages = messages;
    }

    @GetMapping("/especes/{campaign}")
    String waiting(@PathVariable String campaign, Member member, Model model) {
        return page(campaign, CashForm.empty(), FormProblems.none(), member, model);
    }

    @PostMapping("/especes/{campaign}")
    String enter(
            @PathVariable String campaign,
            @ModelAttribute CashForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        Optional<Cash.Entry> entry = form.entry();
        if (entry.isEmpty()) {
            FormProblems wrong = FormProblems.ours("checkout.wrong.title", "checkout.wrong.amount", messages);
            return page(campaign, form, wrong, member, model);
        }
        return switch (pledges.enterCash(member, campaign, form.idempotencyKey(), entry.get())) {
            case Answer.Done<Nothing> done -> {
                flash.addFlashAttribute("notice", "cash.entered");
                yield "redirect:/especes/" + campaign;
            }
            case Answer.Refused<Nothing>(Refusal refusal) -> {
                CashForm kept = refusal.unknownOutcome() ? form : form.again(FormKey.fresh());
                yield page(campaign, kept, FormProblems.of(refusal, messages), member, model);
            }
        };
    }

    @PostMapping("/especes/{campaign}/{cash}/confirmer")
    String confirm(@PathVariable String campaign, @PathVariable String cash, Member member, RedirectAttributes flash) {
        notices.tell(pledges.decideCash(member, campaign, cash, "confirm"), "cash.confirmed", flash);
        return "redirect:/especes/" + campaign;
    }

    @PostMapping("/especes/{campaign}/{cash}/refuser")
    String reject(@PathVariable String campaign, @PathVariable String cash, Member member, RedirectAttributes flash) {
        notices.tell(pledges.decideCash(member, campaign, cash, "reject"), "cash.rejected", flash);
        return "redirect:/especes/" + campaign;
    }

    private String page(String campaign, CashForm form, FormProblems problems, Member member, Model model) {
        model.addAttribute("waiting", pledges.cash(member, campaign));
        model.addAttribute("project", catalog.project(member, campaign));
        model.addAttribute("form", form);
        if (problems.isPresent() || !model.containsAttribute("problems")) {
            model.addAttribute("problems", problems);
        }
        return "cash";
    }
}
