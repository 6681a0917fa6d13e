package quartier.gateway.propose;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.Carrying;
import quartier.gateway.catalog.Carrying.NewInvitation;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** The team of a project: invited by a link that works once, joined by signing in with it. */
@Controller
class TeamPages {

    private final Carrying carrying;
    private final Notices notices;
    private final MessageSource messages;

    TeamPages(Carrying carrying, Notices notices, MessageSource messages) {
        this.carrying = carrying;
        this.notices = notices;
        this.messages = messages;
    }

    /** The link is shown once, on the next page, to be passed on. */
    @PostMapping("/mes-projets/{id}/equipe/invitations")
    String invite(
            @PathVariable String id,
            @RequestParam(defaultValue = "editor") String role,
            Member member,
            RedirectAttributes flash) {
        switch (carrying.invite(member, id, role)) {
            case Answer.Done<NewInvitation>(NewInvitation made) ->
                flash.addFlashAttribute("invitation", link(id, made));
            case Answer.Refused<NewInvitation>(Refusal refusal) ->
                flash.addFlashAttribute("problems", FormProblems.of(refusal, messages));
        }
        return team(id);
    }

    @PostMapping("/mes-projets/{id}/equipe/invitations/{invitation}/retirer")
    String withdraw(@PathVariable String id, @PathVariable String invitation, Member member, RedirectAttributes flash) {
        notices.tell(carrying.withdraw(member, id, invitation), "propose.invitationGone", flash);
        return team(id);
    }

    @PostMapping("/mes-projets/{id}/equipe/{mate}/retirer")
    String dismiss(@PathVariable String id, @PathVariable String mate, Member member, RedirectAttributes flash) {
        notices.tell(carrying.dismiss(member, id, mate), "propose.mateGone", flash);
        return member.is(mate) ? "redirect:/moi" : team(id);
    }

    /** Says what it is about; nothing happens before the button is pressed, so that no preview of the link uses it up. */
    @GetMapping("/invitations/{id}/{token}")
    String invitation(@PathVariable String id, @PathVariable String token, Member member, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("token", token);
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", FormProblems.none());
        }
        return "invitation";
    }

    @PostMapping("/invitations/{id}/{token}")
    String join(@PathVariable String id, @PathVariable String token, Member member, RedirectAttributes flash) {
        return switch (carrying.join(member, id, token)) {
            case Answer.Done<Nothing> joined -> {
                flash.addFlashAttribute("notice", "propose.joined");
                yield "redirect:/mes-projets/" + id;
            }
            case Answer.Refused<Nothing>(Refusal refusal) -> {
                flash.addFlashAttribute("problems", FormProblems.of(refusal, messages));
                yield "redirect:/invitations/" + id + "/" + token;
            }
        };
    }

    private static String link(String id, NewInvitation made) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/invitations/{id}/{token}")
                .buildAndExpand(id, made.token())
                .toUriString();
    }

    private static String team(String id) {
        return "redirect:/mes-projets/" + id + "/equipe";
    }
}
