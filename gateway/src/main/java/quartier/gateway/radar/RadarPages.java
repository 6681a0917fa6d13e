package quartier.gateway.radar;

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
import quartier.gateway.page.FormKey;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;
import quartier.gateway.support.SupportOffer;
import quartier.gateway.support.Supporter;
import quartier.gateway.support.Supporters;

/** An organisation's radar over emerging projects, its watch list, and its offers. */
@Controller
class RadarPages {

    private final Supporters supporters;
    private final Catalog catalog;
    private final Parts parts;
    private final Notices notices;
    private final MessageSource messages;

    RadarPages(Supporters supporters, Catalog catalog, Parts parts, Notices notices, MessageSource messages) {
        this.supporters = supporters;
        this.catalog = catalog;
        this.parts = parts;
        this.notices = notices;
        this.messages = messages;
    }

    /** What the radar looks for. */
    record Criteria(
            @Nullable String organisation,
            @Nullable String territoire,
            @Nullable String thematique,
            @Nullable Integer pourcentage,
            @Nullable Integer contributeurs,
            @Nullable String suite) {}

    @GetMapping("/veille")
    String radar(@ModelAttribute("criteria") Criteria criteria, Member member, Model model) {
        List<Supporter> mine = supporters.mine(member);
        Supporter chosen = mine.stream()
                .filter(supporter ->
                        criteria.organisation() == null || supporter.id().equals(criteria.organisation()))
                .findFirst()
                .orElse(null);
        model.addAttribute("organisations", mine);
        model.addAttribute("organisation", chosen);
        if (chosen != null) {
            String id = chosen.id();
            var sightings = parts.start(() -> supporters.radar(
                    member,
                    id,
                    criteria.territoire(),
                    criteria.thematique(),
                    criteria.pourcentage(),
                    criteria.contributeurs(),
                    criteria.suite()));
            var watches = parts.start(() -> supporters.watches(member, id));
            var offers = parts.start(() -> supporters.madeBy(member, id));
            model.addAttribute("sightings", sightings.get());
            model.addAttribute("watches", watches.get());
            model.addAttribute("offers", offers.get());
        }
        model.addAttribute(
                "territories", parts.start(catalog::territories).get().orElse(List.of()));
        return "radar";
    }

    @PostMapping("/veille/{organisation}/suivis/{about}")
    String watch(
            @PathVariable String organisation,
            @PathVariable("about") String project,
            @RequestParam(name = "note", required = false) @Nullable String note,
            Member member,
            RedirectAttributes flash) {
        notices.tell(supporters.watch(member, organisation, project, note), "radar.watched", flash);
        return "redirect:/veille?organisation=" + organisation;
    }

    @PostMapping("/veille/{organisation}/suivis/{about}/arreter")
    String unwatch(
            @PathVariable String organisation,
            @PathVariable("about") String project,
            Member member,
            RedirectAttributes flash) {
        notices.tell(supporters.unwatch(member, organisation, project), "radar.unwatched", flash);
        return "redirect:/veille?organisation=" + organisation;
    }

    @GetMapping("/veille/{organisation}/offre/{about}")
    String offerForm(
            @PathVariable String organisation, @PathVariable("about") String project, Member member, Model model) {
        return offerPage(organisation, project, SupportForm.fresh(FormKey.fresh()), FormProblems.none(), member, model);
    }

    @PostMapping("/veille/{organisation}/offre/{about}")
    String offer(
            @PathVariable String organisation,
            @PathVariable("about") String project,
            @ModelAttribute SupportForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        return switch (supporters.offer(member, form.idempotencyKey(), form.body(organisation, project))) {
            case Answer.Done<SupportOffer> done -> {
                flash.addFlashAttribute("notice", "radar.offered");
                yield "redirect:/veille?organisation=" + organisation;
            }
            case Answer.Refused<SupportOffer>(Refusal refusal) -> {
                SupportForm kept = refusal.unknownOutcome() ? form : form.again(FormKey.fresh());
                yield offerPage(organisation, project, kept, FormProblems.of(refusal, messages), member, model);
            }
        };
    }

    @PostMapping("/veille/{organisation}/offres/{offer}/retirer")
    String withdraw(
            @PathVariable String organisation, @PathVariable String offer, Member member, RedirectAttributes flash) {
        notices.tell(supporters.step(member, offer, "withdraw", Map.of()), "radar.withdrawn", flash);
        return "redirect:/veille?organisation=" + organisation;
    }

    private String offerPage(
            String organisation, String project, SupportForm form, FormProblems problems, Member member, Model model) {
        model.addAttribute("organisation", supporters.supporter(member, organisation));
        model.addAttribute("about", catalog.project(member, project));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "support-offer";
    }
}
