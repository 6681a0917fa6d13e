package quartier.gateway.checkout;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Parts;
import quartier.gateway.call.Refusal;
import quartier.gateway.campaign.Standing;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Rewards;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.FormKey;
import quartier.gateway.page.FormProblems;
import quartier.gateway.pledge.PaymentMeans;
import quartier.gateway.pledge.Pledge;
import quartier.gateway.pledge.Pledges;
import quartier.gateway.pledge.Receipts;
import quartier.gateway.signin.Member;
import quartier.gateway.signin.Viewer;
import quartier.gateway.support.Supporter;
import quartier.gateway.support.Supporters;

/** From « Contribuer » to thanks, in three steps: the amount, the payment, the result. */
@Controller
class CheckoutPages {

    private final Catalog catalog;
    private final Pledges pledges;
    private final Receipts receipts;
    private final Rewards rewards;
    private final Supporters supporters;
    private final Parts parts;
    private final MessageSource messages;
    private final Clock clock;

    CheckoutPages(
            Catalog catalog,
            Pledges pledges,
            Receipts receipts,
            Rewards rewards,
            Supporters supporters,
            Parts parts,
            MessageSource messages,
            Clock clock) {
        this.catalog = catalog;
        this.pledges = pledges;
        this.receipts = receipts;
        this.rewards = rewards;
        this.supporters = supporters;
        this.parts = parts;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/projets/{slug}/contribuer")
    String amount(
            @PathVariable String slug,
            @RequestParam(name = "contrepartie", required = false) @Nullable String tier,
            @RequestParam(name = "montant", required = false) @Nullable String amount,
            @RequestParam(name = "libre", required = false) @Nullable String free,
            Viewer viewer,
            Model model) {
        return amountPage(slug, new Choice(tier, amount, free), null, viewer, model);
    }

    @GetMapping("/projets/{slug}/contribuer/paiement")
    String payment(
            @PathVariable String slug,
            @RequestParam(name = "contrepartie", required = false) @Nullable String tier,
            @RequestParam(name = "montant", required = false) @Nullable String amount,
            @RequestParam(name = "libre", required = false) @Nullable String free,
            Member member,
            Model model) {
        var choice = new Choice(tier, amount, free);
        Project project = catalog.bySlug(member, slug);
        Standing standing = standing(project);
        Optional<String> wrong = choice.wrong(standing);
        if (wrong.isPresent()) {
            return amountPage(slug, choice, wrong.get(), new Viewer(member), model);
        }
        var form = PaymentForm.fresh(choice, FormKey.fresh());
        return paymentPage(project, standing, form, FormProblems.none(), member, model);
    }

    @PostMapping("/projets/{slug}/contribuer/paiement")
    String pay(
            @PathVariable String slug,
            @ModelAttribute PaymentForm form,
            Member member,
            Model model,
            HttpSession session,
            RedirectAttributes flash) {
        Project project = catalog.bySlug(member, slug);
        Standing standing = standing(project);
        Optional<FormProblems> wrong = form.wrong(standing, cardHere(), messages);
        if (wrong.isPresent()) {
            return paymentPage(project, standing, form, wrong.get(), member, model);
        }
        String back = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/contributions/retour")
                .queryParam("cle", form.idempotencyKey())
                .toUriString();
        return switch (pledges.place(member, form.idempotencyKey(), form.pledge(project.id(), cardHere(), back))) {
            case Answer.Done<Pledge>(Pledge pledge) ->
                afterwards(pledge, project, standing, form, member, model, session);
            case Answer.Refused<Pledge>(Refusal refusal) -> {
                // An unknown outcome keeps its key, so that the next try is the same pledge and not a second one.
                PaymentForm kept = refusal.unknownOutcome() ? form : form.again(FormKey.fresh());
                yield paymentPage(project, standing(project), kept, FormProblems.of(refusal, messages), member, model);
            }
        };
    }

    private String afterwards(
            Pledge pledge,
            Project project,
            Standing standing,
            PaymentForm form,
            Member member,
            Model model,
            HttpSession session) {
        session.setAttribute(remembered(form.idempotencyKey()), pledge.id());
        if (pledge.is("declined")) {
            PaymentForm kept = form.again(FormKey.fresh());
            return paymentPage(
                    project, standing, kept, Declined.because(pledge.declineReason(), messages), member, model);
        }
        String bank = pledge.action() == null ? null : pledge.action().url();
        return pledge.is("action_required") && bank != null
                ? "redirect:" + bank
                : "redirect:/contributions/" + pledge.id();
    }

    /** Where the bank's page sends the backer back to. */
    @GetMapping("/contributions/retour")
    String back(@RequestParam(name = "cle", required = false) @Nullable String key, HttpSession session) {
        return key != null && session.getAttribute(remembered(key)) instanceof String pledge
                ? "redirect:/contributions/" + pledge
                : "redirect:/moi";
    }

    @GetMapping("/contributions/{id:[A-Za-z0-9-]+}")
    String result(@PathVariable String id, Member member, Model model) {
        Pledge pledge = pledges.pledge(member, id);
        Project project = catalog.project(member, pledge.campaign());
        model.addAttribute("pledge", pledge);
        model.addAttribute("project", project);
        model.addAttribute("standing", standing(project));
        var beneficiary = parts.start(() -> receipts.beneficiary(project.id()));
        var tax = parts.start(() -> receipts.tax(member, id));
        var expected = parts.start(() -> rewards.expectedBy(member));
        model.addAttribute("beneficiary", beneficiary.get());
        model.addAttribute("tax", tax.get());
        model.addAttribute("waitedFor", waitedFor(expected.get().orElse(List.of()), id));
        model.addAttribute("declined", Declined.because(pledge.declineReason(), messages));
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/projets/{slug}")
                        .buildAndExpand(project.slug())
                        .toUriString());
        return "pledge-result";
    }

    private static Rewards.@Nullable Expected waitedFor(List<Rewards.Expected> expected, String pledge) {
        return expected.stream()
                .filter(reward -> reward.pledge().equals(pledge) && reward.isWaitedFor())
                .findFirst()
                .orElse(null);
    }

    private String amountPage(String slug, Choice choice, @Nullable String wrong, Viewer viewer, Model model) {
        Project project = catalog.bySlug(viewer, slug);
        Standing standing = standing(project);
        model.addAttribute("project", project);
        model.addAttribute("standing", standing);
        model.addAttribute("choice", choice);
        model.addAttribute("wrong", wrong);
        model.addAttribute(
                "tiers",
                standing.tiers().stream()
                        .sorted(Comparator.comparingLong(tier -> tier.amount().amount()))
                        .toList());
        return "checkout-amount";
    }

    private String paymentPage(
            Project project, Standing standing, PaymentForm form, FormProblems problems, Member member, Model model) {
        model.addAttribute("project", project);
        model.addAttribute("standing", standing);
        model.addAttribute("form", form);
        model.addAttribute("tier", standing.tier(form.contrepartie()).orElse(null));
        model.addAttribute("problems", problems);
        model.addAttribute("cardHere", cardHere());
        model.addAttribute("organisations", organisations(member));
        model.addAttribute(
                "territory",
                parts.start(() -> catalog.territory(project.territory()))
                        .get()
                        .orElse(Optional.<Territory>empty())
                        .orElse(null));
        return "checkout-payment";
    }

    /** Where nobody says so, no number of a card is asked for. */
    private boolean cardHere() {
        return parts.start(pledges::means)
                .get()
                .map(PaymentMeans::isCardTypedHere)
                .orElse(false);
    }

    /** Only for agents; the pledge-service tells which organisation may not pledge, and by which rule. */
    private List<Supporter> organisations(Member member) {
        return member.isAgent()
                ? parts.start(() -> supporters.mine(member)).get().orElse(List.of())
                : List.of();
    }

    private Standing standing(Project project) {
        return Standing.of(
                project, parts.start(() -> pledges.campaign(project.id())).get(), clock.instant());
    }

    private static String remembered(String key) {
        return "pledge." + key;
    }
}
