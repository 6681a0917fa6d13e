package quartier.gateway.needs;

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
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Parts;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.inkind.Need;
import quartier.gateway.inkind.NeedOffer;
import quartier.gateway.inkind.Needs;
import quartier.gateway.page.FormKey;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.NotFound;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;
import quartier.gateway.signin.Viewer;

/** The board of needs, and the conversation about each. */
@Controller
class NeedPages {

    /** What an owner may do with an offer, by its word in addresses. */
    private static final Map<String, String> STEPS =
            Map.of("accepter", "accept", "refuser", "decline", "fait", "done", "remercier", "thank");

    private final Needs needs;
    private final Catalog catalog;
    private final Parts parts;
    private final Notices notices;
    private final MessageSource messages;

    NeedPages(Needs needs, Catalog catalog, Parts parts, Notices notices, MessageSource messages) {
        this.needs = needs;
        this.catalog = catalog;
        this.parts = parts;
        this.notices = notices;
        this.messages = messages;
    }

    /** The offer form, as it was typed. */
    record OfferForm(
            @Nullable Integer quantite,
            @Nullable String message,
            @Nullable String contact,
            @Nullable String idempotencyKey) {}

    @GetMapping("/besoins")
    String board(
            @RequestParam(name = "territoire", required = false) @Nullable String territory,
            @RequestParam(name = "nature", required = false) @Nullable String kind,
            @RequestParam(name = "tous", required = false) @Nullable String all,
            @RequestParam(name = "suite", required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute("territory", territory);
        model.addAttribute("kind", kind);
        model.addAttribute("showAll", all != null);
        model.addAttribute(
                "board",
                parts.start(() -> needs.board(territory, kind, all == null, cursor))
                        .get());
        return "needs";
    }

    @GetMapping("/besoins/{id}")
    String need(@PathVariable String id, Viewer viewer, Model model) {
        var fresh = new OfferForm(1, null, null, FormKey.fresh());
        return page(id, viewer, fresh, FormProblems.none(), model);
    }

    @PostMapping("/besoins/{id}")
    String offer(
            @PathVariable String id,
            @ModelAttribute OfferForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        String key = FormKey.of(form.idempotencyKey());
        int quantity = form.quantite() == null ? 0 : form.quantite();
        String message = form.message() == null ? "" : form.message();
        return switch (needs.offer(member, id, key, quantity, message, form.contact())) {
            case Answer.Done<Nothing> done -> {
                flash.addFlashAttribute("notice", "need.offered");
                yield "redirect:/besoins/" + id;
            }
            case Answer.Refused<Nothing>(Refusal refusal) -> {
                String next = refusal.unknownOutcome() ? key : FormKey.fresh();
                var kept = new OfferForm(form.quantite(), form.message(), form.contact(), next);
                yield page(id, new Viewer(member), kept, FormProblems.of(refusal, messages), model);
            }
        };
    }

    @PostMapping("/besoins/{id}/propositions/{offer}/{step}")
    String answer(
            @PathVariable String id,
            @PathVariable String offer,
            @PathVariable String step,
            @RequestParam(name = "mots", required = false) @Nullable String words,
            Member member,
            RedirectAttributes flash) {
        String command = STEPS.get(step);
        if (command == null) {
            throw new NotFound();
        }
        Map<String, String> body = switch (command) {
            case "decline" -> Map.of("reason", words == null ? "" : words);
            case "thank" -> Map.of("message", words == null ? "" : words);
            default -> Map.of();
        };
        notices.tell(needs.step(member, offer, command, body), "need.step." + command, flash);
        return "redirect:/besoins/" + id;
    }

    private String page(String id, Viewer viewer, OfferForm form, FormProblems problems, Model model) {
        Need need = needs.need(id);
        var project = parts.start(() -> catalog.project(viewer, need.project()));
        var offers = parts.start(() -> viewer.isSignedIn() ? needs.offersFor(viewer, id) : List.<NeedOffer>of());
        Project its = project.get().getValue();
        model.addAttribute("need", need);
        model.addAttribute("about", its);
        model.addAttribute(
                "owning",
                its != null && its.owner() != null && viewer.is(its.owner().id()));
        model.addAttribute("offers", offers.get());
        model.addAttribute("form", form);
        if (problems.isPresent() || !model.containsAttribute("problems")) {
            model.addAttribute("problems", problems);
        }
        return "need";
    }
}
