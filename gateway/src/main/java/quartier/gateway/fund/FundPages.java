package quartier.gateway.fund;

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
import quartier.gateway.call.Parts;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.page.Euros;
import quartier.gateway.page.FormKey;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.NotFound;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;
import quartier.gateway.signin.Viewer;
import quartier.gateway.support.MatchFund;
import quartier.gateway.support.MatchFunds;
import quartier.gateway.support.Supporters;

/** An organisation's match funds: set up, open, reserve for campaigns, close. */
@Controller
class FundPages {

    private static final Map<String, String> STEPS = Map.of("ouvrir", "open", "fermer", "close");

    private final MatchFunds funds;
    private final Supporters supporters;
    private final Catalog catalog;
    private final Parts parts;
    private final Notices notices;
    private final MessageSource messages;

    FundPages(
            MatchFunds funds,
            Supporters supporters,
            Catalog catalog,
            Parts parts,
            Notices notices,
            MessageSource messages) {
        this.funds = funds;
        this.supporters = supporters;
        this.catalog = catalog;
        this.parts = parts;
        this.notices = notices;
        this.messages = messages;
    }

    @GetMapping("/veille/{organisation}/fonds")
    String list(@PathVariable String organisation, Member member, Model model) {
        return page(organisation, FundForm.fresh(FormKey.fresh()), FormProblems.none(), member, model);
    }

    @PostMapping("/veille/{organisation}/fonds")
    String setUp(
            @PathVariable String organisation,
            @ModelAttribute FundForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        return switch (funds.setUp(member, FormKey.of(form.idempotencyKey()), form.body(organisation))) {
            case Answer.Done<MatchFund>(MatchFund fund) -> {
                flash.addFlashAttribute("notice", "fund.created");
                yield "redirect:/fonds/" + fund.id();
            }
            case Answer.Refused<MatchFund>(Refusal refusal) -> {
                FundForm kept = refusal.unknownOutcome() ? form : form.again(FormKey.fresh());
                yield page(organisation, kept, FormProblems.of(refusal, messages), member, model);
            }
        };
    }

    /** For everybody once it is open; its agents see what they can do. */
    @GetMapping("/fonds/{id}")
    String one(@PathVariable String id, Viewer viewer, Model model) {
        MatchFund fund = funds.fund(viewer, id);
        model.addAttribute("fund", fund);
        Member member = viewer.member();
        model.addAttribute("acting", member != null && acts(member, fund.supporter()));
        return "fund";
    }

    @PostMapping("/fonds/{id}/{step}")
    String step(@PathVariable String id, @PathVariable String step, Member member, RedirectAttributes flash) {
        String command = STEPS.get(step);
        if (command == null) {
            throw new NotFound();
        }
        notices.tell(funds.step(member, id, command), "fund.did." + command, flash);
        return "redirect:/fonds/" + id;
    }

    /** Which of the organisation's open funds shall complete this campaign's pledges. */
    @GetMapping("/veille/{organisation}/abonder/{about}")
    String reservePage(
            @PathVariable String organisation, @PathVariable("about") String project, Member member, Model model) {
        model.addAttribute("organisation", supporters.supporter(member, organisation));
        model.addAttribute("about", catalog.project(member, project));
        model.addAttribute(
                "funds",
                funds.of(member, organisation).stream()
                        .filter(fund -> fund.is("open"))
                        .toList());
        return "fund-reserve";
    }

    @PostMapping("/fonds/{id}/enveloppes/{campaign}")
    String reserve(
            @PathVariable String id,
            @PathVariable String campaign,
            @RequestParam(name = "montant", required = false) @Nullable String amount,
            Member member,
            RedirectAttributes flash) {
        notices.tell(funds.reserve(member, id, campaign, Euros.parse(amount).orElse(null)), "fund.did.reserve", flash);
        return "redirect:/fonds/" + id;
    }

    @PostMapping("/fonds/{id}/enveloppes/{campaign}/fermer")
    String closeAllowance(
            @PathVariable String id, @PathVariable String campaign, Member member, RedirectAttributes flash) {
        notices.tell(funds.closeAllowance(member, id, campaign), "fund.did.closeAllowance", flash);
        return "redirect:/fonds/" + id;
    }

    private boolean acts(Member member, String organisation) {
        return member.organisations().contains(organisation)
                || parts.start(() -> supporters.mine(member)).get().orElse(List.of()).stream()
                        .anyMatch(mine -> mine.id().equals(organisation));
    }

    private String page(String organisation, FundForm form, FormProblems problems, Member member, Model model) {
        model.addAttribute("organisation", supporters.supporter(member, organisation));
        model.addAttribute("funds", funds.of(member, organisation));
        model.addAttribute(
                "territories", parts.start(catalog::territories).get().orElse(List.of()));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "funds";
    }
}
