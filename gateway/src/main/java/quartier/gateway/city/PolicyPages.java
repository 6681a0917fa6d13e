package quartier.gateway.city;

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
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.Offices;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** Where administrators enact the versions of their territory's policy. */
@Controller
class PolicyPages {

    private final Offices offices;
    private final Desk desk;
    private final Notices notices;
    private final MessageSource messages;

    PolicyPages(Offices offices, Desk desk, Notices notices, MessageSource messages) {
        this.offices = offices;
        this.desk = desk;
        this.notices = notices;
        this.messages = messages;
    }

    @GetMapping("/{territory:[a-z][a-z0-9-]*}/bureau/reglement")
    String read(@PathVariable String territory, Member member, Model model) {
        desk.openToAdmins(territory, member, model);
        return page(territory, PolicyForm.of(offices.whole(territory)), FormProblems.none(), model);
    }

    @PostMapping("/{territory:[a-z][a-z0-9-]*}/bureau/reglement")
    String enact(
            @PathVariable String territory,
            @ModelAttribute PolicyForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        desk.openToAdmins(territory, member, model);
        if (!form.isReadable()) {
            return page(territory, form, FormProblems.ours("form.wrong.title", "city.wrong.number", messages), model);
        }
        return switch (offices.enact(member, territory, form.versionOrZero(), form.body())) {
            case Answer.Done<Nothing> done -> {
                flash.addFlashAttribute("notice", "city.enacted");
                yield "redirect:/" + territory + "/bureau/reglement";
            }
            case Answer.Refused<Nothing>(Refusal refusal) ->
                page(territory, form, FormProblems.of(refusal, messages), model);
        };
    }

    @PostMapping("/{territory:[a-z][a-z0-9-]*}/bureau/reglement/{edition}/retirer")
    String withdraw(
            @PathVariable String territory,
            @PathVariable int edition,
            @RequestParam(name = "version", defaultValue = "0") long version,
            Member member,
            RedirectAttributes flash) {
        notices.tell(offices.withdraw(member, territory, version, edition), "city.withdrawn", flash);
        return "redirect:/" + territory + "/bureau/reglement";
    }

    private String page(String territory, PolicyForm form, FormProblems problems, Model model) {
        model.addAttribute("editions", offices.policies(territory));
        model.addAttribute("form", form);
        if (problems.isPresent() || !model.containsAttribute("problems")) {
            model.addAttribute("problems", problems);
        }
        return "city-policy";
    }
}
