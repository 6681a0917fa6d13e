package quartier.gateway.account;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.notification.Notifications;
import quartier.gateway.page.Downloads;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** A member's address, follows and notices: to take along, and to have erased. */
@Controller
class OwnDataPages {

    private final Notifications notifications;
    private final Downloads downloads;
    private final Notices notices;

    OwnDataPages(Notifications notifications, Downloads downloads, Notices notices) {
        this.notifications = notifications;
        this.downloads = downloads;
        this.notices = notices;
    }

    @GetMapping("/moi/avis.json")
    void export(Member member, HttpServletResponse response) {
        downloads.send(file -> notifications.export(member, file), response);
    }

    /** Nothing brings it back, so a button alone is not enough. */
    @PostMapping("/moi/donnees/effacer")
    String erase(
            @RequestParam(name = "compris", defaultValue = "false") boolean understood,
            Member member,
            RedirectAttributes flash) {
        if (understood) {
            notices.tell(notifications.erase(member), "account.data.erased", flash);
        } else {
            flash.addFlashAttribute("notice", "account.data.unconfirmed");
        }
        return "redirect:/moi#donnees";
    }
}
