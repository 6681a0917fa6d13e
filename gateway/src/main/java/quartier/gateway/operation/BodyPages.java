package quartier.gateway.operation;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.page.Notices;
import quartier.gateway.pledge.Receipts;
import quartier.gateway.signin.Member;

/** The bodies that gave a mandate for tax receipts, their declarations, and whose money a campaign's is. */
@Controller
class BodyPages {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Receipts receipts;
    private final Notices notices;
    private final Clock clock;

    BodyPages(Receipts receipts, Notices notices, Clock clock) {
        this.receipts = receipts;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping("/exploitation/organismes")
    String list(Member member, Model model) {
        Operators.only(member);
        model.addAttribute("bodies", receipts.bodies(member));
        model.addAttribute("year", clock.instant().atZone(PARIS).getYear());
        return "operation-bodies";
    }

    /** Said once: backers give because of it. */
    @PostMapping("/exploitation/organismes")
    String assign(
            @RequestParam(name = "collecte", defaultValue = "") String campaign,
            @RequestParam(name = "organisme", defaultValue = "") String body,
            Member member,
            RedirectAttributes flash) {
        notices.tell(receipts.assign(member, campaign.strip(), body), "money.body.assigned", flash);
        return "redirect:/exploitation/organismes";
    }
}
