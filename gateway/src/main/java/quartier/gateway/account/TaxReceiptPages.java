package quartier.gateway.account;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Parts;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.page.FormProblems;
import quartier.gateway.pledge.Pledge;
import quartier.gateway.pledge.Pledges;
import quartier.gateway.pledge.Receipts;
import quartier.gateway.signin.Member;

/** Where a backer asks for the tax receipt of a gift, and says who gave. Whether there is one the service decides. */
@Controller
class TaxReceiptPages {

    private final Pledges pledges;
    private final Receipts receipts;
    private final Catalog catalog;
    private final Parts parts;
    private final MessageSource messages;

    TaxReceiptPages(Pledges pledges, Receipts receipts, Catalog catalog, Parts parts, MessageSource messages) {
        this.pledges = pledges;
        this.receipts = receipts;
        this.catalog = catalog;
        this.parts = parts;
        this.messages = messages;
    }

    @GetMapping("/contributions/{id:[A-Za-z0-9-]+}/recu-fiscal")
    String form(@PathVariable String id, Member member, Model model) {
        return page(pledges.pledge(member, id), TaxReceiptForm.empty(), FormProblems.none(), member, model);
    }

    @PostMapping("/contributions/{id:[A-Za-z0-9-]+}/recu-fiscal")
    String ask(
            @PathVariable String id,
            @ModelAttribute("form") TaxReceiptForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        Pledge pledge = pledges.pledge(member, id);
        return switch (receipts.ask(member, id, form.identity(pledge.organisation() != null))) {
            case Answer.Done<Receipts.Tax> issued -> {
                flash.addFlashAttribute("notice", "money.tax.issued");
                yield "redirect:/contributions/" + id + "#recus";
            }
            case Answer.Refused<Receipts.Tax>(Refusal refusal) ->
                page(pledge, form, FormProblems.of(refusal, messages), member, model);
        };
    }

    private String page(Pledge pledge, TaxReceiptForm form, FormProblems problems, Member member, Model model) {
        var beneficiary = parts.start(() -> receipts.beneficiary(pledge.campaign()));
        model.addAttribute("pledge", pledge);
        model.addAttribute("backedProject", catalog.project(member, pledge.campaign()));
        model.addAttribute("beneficiary", beneficiary.get());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "tax-receipt";
    }
}
