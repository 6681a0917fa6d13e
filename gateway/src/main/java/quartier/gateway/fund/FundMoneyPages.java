package quartier.gateway.fund;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Money;
import quartier.gateway.page.Euros;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;
import quartier.gateway.support.MatchFunds;

/** The operator sees which funds wait for their money, and says when it has come. */
@Controller
class FundMoneyPages {

    private final MatchFunds funds;
    private final Notices notices;

    FundMoneyPages(MatchFunds funds, Notices notices) {
        this.funds = funds;
        this.notices = notices;
    }

    @GetMapping("/operateur/fonds")
    String waiting(Member operator, Model model) {
        model.addAttribute("funds", funds.drafts(operator));
        return "funds-awaited";
    }

    /** The operator types the sum that came: one that differs from the budget is refused. */
    @PostMapping("/operateur/fonds/{id}/argent-recu")
    String confirm(
            @PathVariable String id,
            @RequestParam(name = "reference", defaultValue = "") String reference,
            @RequestParam(name = "montant", defaultValue = "") String amount,
            Member operator,
            RedirectAttributes flash) {
        Money received = Euros.parse(amount).orElse(Money.euros(0));
        notices.tell(funds.confirmMoney(operator, id, reference.strip(), received), "fund.did.confirm", flash);
        return "redirect:/operateur/fonds";
    }
}
