package quartier.gateway.radar;

import java.util.LinkedHashMap;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Parts;
import quartier.gateway.call.Refusal;
import quartier.gateway.page.FormKey;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.NotFound;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;
import quartier.gateway.signin.Viewer;
import quartier.gateway.support.Supporter;
import quartier.gateway.support.Supporters;

/** The list of organisations that help, and how one joins it. */
@Controller
class SupporterPages {

    private static final Map<String, String> DECISIONS = Map.of("approuver", "approve", "suspendre", "suspend");

    private final Supporters supporters;
    private final Parts parts;
    private final Notices notices;
    private final MessageSource messages;

    SupporterPages(Supporters supporters, Parts parts, Notices notices, MessageSource messages) {
        this.supporters = supporters;
        this.parts = parts;
        this.notices = notices;
        this.messages = messages;
    }

    record SupporterForm(
            @Nullable String nom,
            @Nullable String nature,
            @Nullable String siret,
            @Nullable String site,
            @Nullable String idempotencyKey) {

        Map<String, String> body() {
            Map<String, String> body = new LinkedHashMap<>();
            body.put("name", nom == null ? "" : nom.strip());
            body.put("kind", nature == null ? "" : nature);
            if (siret != null && !siret.isBlank()) {
                body.put("siret", siret.replaceAll("\\s", ""));
            }
            if (site != null && !site.isBlank()) {
                body.put("website", site.strip());
            }
            return body;
        }
    }

    @GetMapping("/soutiens")
    String list(Viewer viewer, Model model) {
        var fresh = new SupporterForm(null, null, null, null, FormKey.fresh());
        return page(viewer, fresh, FormProblems.none(), model);
    }

    @PostMapping("/soutiens")
    String register(@ModelAttribute SupporterForm form, Member member, Model model, RedirectAttributes flash) {
        String key = FormKey.of(form.idempotencyKey());
        return switch (supporters.register(member, key, form.body())) {
            case Answer.Done<Supporter> done -> {
                flash.addFlashAttribute("notice", "supporter.registered");
                yield "redirect:/soutiens";
            }
            case Answer.Refused<Supporter>(Refusal refusal) -> {
                String next = refusal.unknownOutcome() ? key : FormKey.fresh();
                var kept = new SupporterForm(form.nom(), form.nature(), form.siret(), form.site(), next);
                yield page(new Viewer(member), kept, FormProblems.of(refusal, messages), model);
            }
        };
    }

    @PostMapping("/soutiens/{id}/{decision}")
    String decide(@PathVariable String id, @PathVariable String decision, Member member, RedirectAttributes flash) {
        String step = DECISIONS.get(decision);
        if (step == null) {
            throw new NotFound();
        }
        notices.tell(supporters.decide(member, id, step), "supporter.decided." + step, flash);
        return "redirect:/soutiens";
    }

    private String page(Viewer viewer, SupporterForm form, FormProblems problems, Model model) {
        Member member = viewer.member();
        var all = parts.start(() -> supporters.all(viewer));
        var mine = parts.start(() -> member == null ? List.<Supporter>of() : supporters.mine(member));
        model.addAttribute("supporters", all.get());
        model.addAttribute("mine", mine.get().orElse(List.of()));
        model.addAttribute("form", form);
        if (problems.isPresent() || !model.containsAttribute("problems")) {
            model.addAttribute("problems", problems);
        }
        return "supporters";
    }
}
