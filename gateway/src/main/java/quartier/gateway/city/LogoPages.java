package quartier.gateway.city;

import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.Offices;
import quartier.gateway.page.FormProblems;
import quartier.gateway.signin.Member;

/** The logo of a window, sent by a form without scripts. The catalog reads what the file is, and draws it anew. */
@Controller
class LogoPages {

    private final Offices offices;
    private final Desk desk;
    private final MessageSource messages;

    LogoPages(Offices offices, Desk desk, MessageSource messages) {
        this.offices = offices;
        this.desk = desk;
        this.messages = messages;
    }

    @PostMapping("/{territory:[a-z][a-z0-9-]*}/bureau/fenetre/logo")
    String show(
            @PathVariable String territory,
            @RequestParam(name = "fichier", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "description", defaultValue = "") String alternative,
            @RequestParam(defaultValue = "0") long version,
            Member member,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        desk.openToAdmins(territory, member, model);
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        String base64 = Base64.getEncoder().encodeToString(bytes);
        tell(offices.logo(member, territory, version, base64, alternative), "city.logo.sent", alternative, flash);
        return "redirect:/" + territory + "/bureau/fenetre#logo";
    }

    @PostMapping("/{territory:[a-z][a-z0-9-]*}/bureau/fenetre/logo/retirer")
    String remove(
            @PathVariable String territory,
            @RequestParam(defaultValue = "0") long version,
            Member member,
            Model model,
            RedirectAttributes flash) {
        desk.openToAdmins(territory, member, model);
        tell(offices.removeLogo(member, territory, version), "city.logo.gone", "", flash);
        return "redirect:/" + territory + "/bureau/fenetre#logo";
    }

    private void tell(Answer<Nothing> answer, String done, String alternative, RedirectAttributes flash) {
        switch (answer) {
            case Answer.Done<Nothing> stored -> flash.addFlashAttribute("notice", done);
            case Answer.Refused<Nothing>(Refusal refusal) -> {
                flash.addFlashAttribute("logoProblems", FormProblems.of(refusal, messages));
                flash.addFlashAttribute("alternative", alternative);
            }
        }
    }
}
