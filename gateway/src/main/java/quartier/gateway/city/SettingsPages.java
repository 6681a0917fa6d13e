package quartier.gateway.city;

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
import quartier.gateway.call.Answer;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.Offices;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.FormProblems;
import quartier.gateway.signin.Member;
import tools.jackson.databind.node.ObjectNode;

/** Where administrators say what their territory is and how its window looks. */
@Controller
class SettingsPages {

    private final Offices offices;
    private final Desk desk;
    private final MessageSource messages;

    SettingsPages(Offices offices, Desk desk, MessageSource messages) {
        this.offices = offices;
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping("/{territory:[a-z][a-z0-9-]*}/bureau/fenetre")
    String read(
            @PathVariable String territory,
            @RequestParam(name = "trop-lourd", required = false) @Nullable String tooLarge,
            Member member,
            Model model) {
        Territory place = desk.openToAdmins(territory, member, model);
        ObjectNode own = offices.form(member, territory);
        if (tooLarge != null) {
            model.addAttribute(
                    "logoProblems", FormProblems.ours("city.logo.tooLarge", "city.logo.tooLarge.detail", messages));
        }
        return page(SettingsForm.of(own, place.version()), own, FormProblems.none(), model);
    }

    @PostMapping("/{territory:[a-z][a-z0-9-]*}/bureau/fenetre")
    String write(
            @PathVariable String territory,
            @ModelAttribute SettingsForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        desk.openToAdmins(territory, member, model);
        ObjectNode own = offices.form(member, territory);
        Optional<String> unreadable = form.unreadable();
        if (unreadable.isPresent()) {
            return page(form, own, FormProblems.ours("form.wrong.title", unreadable.get(), messages), model);
        }
        Object body = form.body(own);
        return switch (offices.put(member, territory, form.versionOrZero(), body)) {
            case Answer.Done<Nothing> done -> {
                flash.addFlashAttribute("notice", "city.saved");
                yield "redirect:/" + territory + "/bureau/fenetre";
            }
            case Answer.Refused<Nothing>(Refusal refusal) -> page(form, own, FormProblems.of(refusal, messages), model);
        };
    }

    private static String page(SettingsForm form, ObjectNode own, FormProblems problems, Model model) {
        model.addAttribute("logo", Logo.of(own));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "city-settings";
    }
}
