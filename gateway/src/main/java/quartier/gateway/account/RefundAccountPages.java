package quartier.gateway.account;

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
import quartier.gateway.page.FormProblems;
import quartier.gateway.pledge.RefundAccounts;
import quartier.gateway.signin.Member;

/** Where a backer says to which account a refund that failed should go. */
@Controller
class RefundAccountPages {

    private final RefundAccounts accounts;
    private final MessageSource messages;

    RefundAccountPages(RefundAccounts accounts, MessageSource messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    @GetMapping("/moi/contributions/{id}/remboursement")
    String form(@PathVariable String id, Member member, Model model) {
        return page(id, "", "", FormProblems.none(), member, model);
    }

    @PostMapping("/moi/contributions/{id}/remboursement")
    String give(
            @PathVariable String id,
            @RequestParam(name = "titulaire", defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String iban,
            Member member,
            Model model,
            RedirectAttributes flash) {
        return switch (accounts.give(member, id, holder, iban)) {
            case Answer.Done<Nothing> done -> {
                flash.addFlashAttribute("notice", "account.refund.given");
                yield "redirect:/moi/contributions/" + id + "/remboursement";
            }
            case Answer.Refused<Nothing>(Refusal refusal) ->
                page(id, holder, iban, FormProblems.of(refusal, messages), member, model);
        };
    }

    private String page(String id, String holder, String iban, FormProblems problems, Member member, Model model) {
        model.addAttribute("pledge", id);
        model.addAttribute("given", accounts.of(member, id));
        model.addAttribute("holder", holder);
        model.addAttribute("iban", iban);
        model.addAttribute("problems", problems);
        return "refund-account";
    }
}
