package quartier.gateway.animation;

import java.util.ArrayList;
import java.util.List;
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
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.CallForProjects;
import quartier.gateway.catalog.Calls;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.FormKey;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** Where a territory's staff open, change and close its calls for projects. The catalog says who may. */
@Controller
class AnimationPages {

    private final Catalog catalog;
    private final Calls calls;
    private final Notices notices;
    private final MessageSource messages;

    AnimationPages(Catalog catalog, Calls calls, Notices notices, MessageSource messages) {
        this.catalog = catalog;
        this.calls = calls;
        this.notices = notices;
        this.messages = messages;
    }

    @GetMapping("/animation")
    String list(Member member, Model model) {
        return page(CallForm.fresh(FormKey.fresh()), FormProblems.none(), member, model);
    }

    @PostMapping("/animation")
    String announce(@ModelAttribute CallForm form, Member member, Model model, RedirectAttributes flash) {
        FormProblems unreadable = unreadable(form);
        if (unreadable.isPresent()) {
            return page(form, unreadable, member, model);
        }
        String key = FormKey.of(form.idempotencyKey());
        return switch (calls.announce(member, key, form.body(null))) {
            case Answer.Done<CallForProjects>(CallForProjects call) -> {
                flash.addFlashAttribute("notice", "call.announced");
                yield "redirect:/appels/" + call.slug();
            }
            case Answer.Refused<CallForProjects>(Refusal refusal) -> {
                CallForm kept = refusal.unknownOutcome() ? form.withKey(key) : form.withKey(FormKey.fresh());
                yield page(kept, FormProblems.of(refusal, messages), member, model);
            }
        };
    }

    @GetMapping("/animation/{id}")
    String edit(@PathVariable String id, Member member, Model model) {
        CallForProjects call = calls.one(id);
        return editing(call, CallForm.of(call), FormProblems.none(), member, model);
    }

    @PostMapping("/animation/{id}")
    String change(
            @PathVariable String id,
            @ModelAttribute CallForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        CallForProjects call = calls.one(id);
        FormProblems unreadable = unreadable(form);
        if (unreadable.isPresent()) {
            return editing(call, form, unreadable, member, model);
        }
        return switch (calls.change(member, id, form.versionOrZero(), form.body(call))) {
            case Answer.Done<CallForProjects>(CallForProjects changed) -> {
                flash.addFlashAttribute("notice", "call.changed");
                yield "redirect:/appels/" + changed.slug();
            }
            case Answer.Refused<CallForProjects>(Refusal refusal) ->
                editing(call, form, FormProblems.of(refusal, messages), member, model);
        };
    }

    @PostMapping("/animation/{id}/clore")
    String close(
            @PathVariable String id,
            @RequestParam(name = "version", defaultValue = "0") long version,
            Member member,
            RedirectAttributes flash) {
        notices.tell(calls.close(member, id, version), "call.closed", flash);
        return "redirect:/animation";
    }

    private String page(CallForm form, FormProblems problems, Member member, Model model) {
        model.addAttribute(
                "calls",
                calls.reaching(null, null).stream()
                        .filter(call -> member.animates(call.territoryPath()))
                        .toList());
        return shown("animation", form, problems, member, model);
    }

    private String editing(CallForProjects call, CallForm form, FormProblems problems, Member member, Model model) {
        model.addAttribute("call", call);
        return shown("call-edit", form, problems, member, model);
    }

    private String shown(String view, CallForm form, FormProblems problems, Member member, Model model) {
        List<Territory> all = catalog.territories();
        model.addAttribute(
                "places",
                all.stream().filter(place -> member.animates(path(place, all))).toList());
        model.addAttribute(
                "themes",
                all.stream()
                        .flatMap(place -> place.themes().stream())
                        .distinct()
                        .toList());
        model.addAttribute("form", form);
        if (problems.isPresent() || !model.containsAttribute("problems")) {
            model.addAttribute("problems", problems);
        }
        return view;
    }

    private FormProblems unreadable(CallForm form) {
        return form.hasReadableDates()
                ? FormProblems.none()
                : FormProblems.ours("form.wrong.title", "call.wrong.date", messages);
    }

    private static List<String> path(@Nullable Territory place, List<Territory> all) {
        List<String> path = new ArrayList<>();
        Territory at = place;
        while (at != null && path.size() < all.size()) {
            path.addFirst(at.id());
            String parent = at.parent();
            at = all.stream()
                    .filter(other -> other.id().equals(parent))
                    .findFirst()
                    .orElse(null);
        }
        return path;
    }
}
