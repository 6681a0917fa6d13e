package quartier.gateway.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.notification.Notifications;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** A member's notices. */
@Controller
class InboxPages {

    private final Notifications notifications;
    private final Notices notices;

    InboxPages(Notifications notifications, Notices notices) {
        this.notifications = notifications;
        this.notices = notices;
    }

    @GetMapping("/moi/avis")
    String inbox(@RequestParam(name = "suite", required = false) @Nullable String cursor, Member member, Model model) {
        model.addAttribute("notices", notifications.notices(member, cursor));
        return "inbox";
    }

    @PostMapping("/moi/avis/{id}/lu")
    String read(@PathVariable String id, Member member, RedirectAttributes flash) {
        notices.tell(notifications.read(member, id), "inbox.read.done", flash);
        return "redirect:/moi/avis";
    }
}
