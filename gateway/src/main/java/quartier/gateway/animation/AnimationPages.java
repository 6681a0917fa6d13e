package quartier.gateway.animation;

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
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.CallForProjects;
import quartier.gateway.catalog.Calls;
import quartier.gateway.page.FormKey;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** Where a territory's staff open, change and close its calls for projects. The catalog says who may. */
@Controller
class AnimationPages {

    private final Staffed staffed;
    private final Calls calls;
    private final Notices notices;
    private final MessageSource messages;

    AnimationPages(Staffed staffed, Calls calls, Notices notices, MessageSource messages) {
        this.staffed = staffed;
        this.calls = calls;
        this.notices = notices;
        this.messages = messages;
    }

    @GetMapping("/animation")
    String list(Member member, Model model) {
        return page(CallForm.fresh(FormKey.fresh()), ChoosingForm.fresh(), FormProblems.none(), member, model);
    }

    @PostMapping("/animation")
    String announce(
            @ModelAttribute CallForm form,
            @ModelAttribute ChoosingForm choosing,
            Member member,
            Model model,
            RedirectAttributes flash) {
        FormProblems unreadable = unreadable(form, choosing);
        if (unreadable.isPresent()) {
            return page(form, choosing, unreadable, member, model);
        }
        String key = FormKey.of(form.idempotencyKey());
        return switch (calls.announce(member, key, body(form, choosing, null))) {
            case Answer.Done<CallForProjects>(CallForProjects call) -> {
                flash.addFlashAttribute("notice", "call.announced");
                yield "redirect:/appels/" + call.slug();
            }
            case Answer.Refused<CallForProjects>(Refusal refusal) -> {
                CallForm kept = refusal.unknownOutcome() ? form.withKey(key) : form.withKey(FormKey.fresh());
                yield page(kept, choosing, FormProblems.of(refusal, messages), member, model);
            }
        };
    }

    @GetMapping("/animation/{id}")
    String edit(@PathVariable String id, Member member, Model model) {
        CallForProjects call = calls.one(id);
        return editing(call, CallForm.of(call), ChoosingForm.of(call), FormProblems.none(), member, model);
    }

    @PostMapping("/animation/{id}")
    String change(
            @PathVariable String id,
            @ModelAttribute CallForm form,
            @ModelAttribute ChoosingForm choosing,
            Member member,
            Model model,
            RedirectAttributes flash) {
        CallForProjects call = calls.one(id);
        FormProblems unreadable = unreadable(form, choosing);
        if (unreadable.isPresent()) {
            return editing(call, form, choosing, unreadable, member, model);
        }
        return switch (calls.change(member, id, form.versionOrZero(), body(form, choosing, call))) {
            case Answer.Done<CallForProjects>(CallForProjects changed) -> {
                flash.addFlashAttribute("notice", "call.changed");
                yield "redirect:/appels/" + changed.slug();
            }
            case Answer.Refused<CallForProjects>(Refusal refusal) ->
                editing(call, form, choosing, FormProblems.of(refusal, messages), member, model);
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

    private String page(CallForm form, ChoosingForm choosing, FormProblems problems, Member member, Model model) {
        model.addAttribute(
                "calls",
                calls.reaching(null, null).stream()
                        .filter(call -> member.animates(call.territoryPath()))
                        .toList());
        return shown("animation", form, choosing, problems, member, model);
    }

    private String editing(
            CallForProjects call,
            CallForm form,
            ChoosingForm choosing,
            FormProblems problems,
            Member member,
            Model model) {
        model.addAttribute("call", call);
        return shown("call-edit", form, choosing, problems, member, model);
    }

    private String shown(
            String view, CallForm form, ChoosingForm choosing, FormProblems problems, Member member, Model model) {
        model.addAttribute("places", staffed.places(member));
        model.addAttribute("themes", staffed.themes());
        model.addAttribute("form", form);
        model.addAttribute("choosing", choosing);
        if (problems.isPresent() || !model.containsAttribute("problems")) {
            model.addAttribute("problems", problems);
        }
        return view;
    }

    private static Object body(CallForm form, ChoosingForm choosing, @Nullable CallForProjects before) {
        Map<String, Object> body = form.body(before);
        choosing.addTo(body, before);
        return body;
    }

    private FormProblems unreadable(CallForm form, ChoosingForm choosing) {
        return form.hasReadableDates() && choosing.isReadable()
                ? FormProblems.none()
                : FormProblems.ours("form.wrong.title", "call.wrong.date", messages);
    }
}
