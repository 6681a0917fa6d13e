package quartier.gateway.animation;

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
import quartier.gateway.catalog.Meetup;
import quartier.gateway.catalog.Meetups;
import quartier.gateway.page.FormKey;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** Where a territory's staff announce, change and cancel meetups, and see who comes. */
@Controller
class MeetupDeskPages {

    private final Staffed staffed;
    private final Meetups meetups;
    private final Notices notices;
    private final MessageSource messages;

    MeetupDeskPages(Staffed staffed, Meetups meetups, Notices notices, MessageSource messages) {
        this.staffed = staffed;
        this.meetups = meetups;
        this.notices = notices;
        this.messages = messages;
    }

    @GetMapping("/animation/rencontres")
    String list(Member member, Model model) {
        return list(MeetupForm.fresh(FormKey.fresh()), FormProblems.none(), member, model);
    }

    @PostMapping("/animation/rencontres")
    String announce(@ModelAttribute MeetupForm form, Member member, Model model, RedirectAttributes flash) {
        if (!form.isReadable()) {
            return list(form, unreadable(), member, model);
        }
        String key = FormKey.of(form.idempotencyKey());
        return switch (meetups.announce(member, key, form.body())) {
            case Answer.Done<Meetup>(Meetup meetup) -> {
                flash.addFlashAttribute("notice", "meetup.announced");
                yield "redirect:/rencontres/" + meetup.slug();
            }
            case Answer.Refused<Meetup>(Refusal refusal) ->
                list(
                        form.withKey(refusal.unknownOutcome() ? key : FormKey.fresh()),
                        FormProblems.of(refusal, messages),
                        member,
                        model);
        };
    }

    @GetMapping("/animation/rencontres/{id}")
    String edit(@PathVariable String id, Member member, Model model) {
        Meetup meetup = meetups.one(member, id);
        return editing(meetup, MeetupForm.of(meetup), FormProblems.none(), member, model);
    }

    @PostMapping("/animation/rencontres/{id}")
    String change(
            @PathVariable String id,
            @ModelAttribute MeetupForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        Meetup meetup = meetups.one(member, id);
        if (!form.isReadable()) {
            return editing(meetup, form, unreadable(), member, model);
        }
        return switch (meetups.change(member, id, form.editionOrZero(), form.body())) {
            case Answer.Done<Meetup>(Meetup changed) -> {
                flash.addFlashAttribute("notice", "meetup.changed");
                yield "redirect:/rencontres/" + changed.slug();
            }
            case Answer.Refused<Meetup>(Refusal refusal) ->
                editing(meetup, form, FormProblems.of(refusal, messages), member, model);
        };
    }

    @PostMapping("/animation/rencontres/{id}/annuler")
    String cancel(
            @PathVariable String id,
            @RequestParam(name = "edition", defaultValue = "0") long edition,
            @RequestParam(name = "raison", defaultValue = "") String reason,
            Member member,
            RedirectAttributes flash) {
        notices.tell(meetups.cancel(member, id, edition, reason), "meetup.cancelled", flash);
        return "redirect:/animation/rencontres/" + id;
    }

    private String list(MeetupForm form, FormProblems problems, Member member, Model model) {
        model.addAttribute(
                "meetups",
                meetups.coming(member, null).stream()
                        .filter(meetup -> member.animates(meetup.territoryPath()))
                        .toList());
        return shown("animation-meetups", form, problems, member, model);
    }

    private String editing(Meetup meetup, MeetupForm form, FormProblems problems, Member member, Model model) {
        model.addAttribute("meetup", meetup);
        model.addAttribute("guests", meetups.guests(member, meetup.id()));
        return shown("animation-meetup", form, problems, member, model);
    }

    private String shown(String view, MeetupForm form, FormProblems problems, Member member, Model model) {
        model.addAttribute("places", staffed.places(member));
        model.addAttribute("form", form);
        if (problems.isPresent() || !model.containsAttribute("problems")) {
            model.addAttribute("problems", problems);
        }
        return view;
    }

    private FormProblems unreadable() {
        return FormProblems.ours("form.wrong.title", "meetup.wrong", messages);
    }
}
