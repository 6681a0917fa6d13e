package quartier.gateway.propose;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Refusal;
import quartier.gateway.catalog.Carrying;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** The pictures of a project, sent by a form without scripts. {@link quartier.gateway.page.LargeUploads} stops what is too large before. */
@Controller
class PicturePages {

    private final Carrying carrying;
    private final Notices notices;
    private final MessageSource messages;

    PicturePages(Carrying carrying, Notices notices, MessageSource messages) {
        this.carrying = carrying;
        this.notices = notices;
        this.messages = messages;
    }

    @PostMapping("/mes-projets/{id}/images")
    String hang(
            @PathVariable String id,
            @RequestParam(name = "fichier", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "description", defaultValue = "") String alternative,
            Member member,
            RedirectAttributes flash)
            throws IOException {
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        switch (carrying.hang(member, id, alternative, bytes)) {
            case Answer.Done<Nothing> done -> flash.addFlashAttribute("notice", "propose.pictureAdded");
            case Answer.Refused<Nothing>(Refusal refusal) -> {
                flash.addFlashAttribute("problems", FormProblems.of(refusal, messages));
                flash.addFlashAttribute("alternative", alternative);
            }
        }
        return "redirect:/mes-projets/" + id + "/recit";
    }

    @PostMapping("/mes-projets/{id}/images/{picture}/retirer")
    String takeDown(@PathVariable String id, @PathVariable String picture, Member member, RedirectAttributes flash) {
        notices.tell(carrying.takeDown(member, id, picture), "propose.pictureGone", flash);
        return "redirect:/mes-projets/" + id + "/recit";
    }
}
