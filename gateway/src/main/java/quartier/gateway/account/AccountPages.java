package quartier.gateway.account;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.call.Part;
import quartier.gateway.call.Parts;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.ProjectsById;
import quartier.gateway.catalog.Rewards;
import quartier.gateway.inkind.Needs;
import quartier.gateway.notification.Notifications;
import quartier.gateway.page.Notices;
import quartier.gateway.pledge.Pledge;
import quartier.gateway.pledge.Pledges;
import quartier.gateway.signin.Member;

/** What a member has given, started, offered and follows. */
@Controller
class AccountPages {

    private final Pledges pledges;
    private final Catalog catalog;
    private final ProjectsById backed;
    private final Rewards rewards;
    private final Needs needs;
    private final Notifications notifications;
    private final Parts parts;
    private final Notices notices;

    AccountPages(
            Pledges pledges,
            Catalog catalog,
            ProjectsById backed,
            Rewards rewards,
            Needs needs,
            Notifications notifications,
            Parts parts,
            Notices notices) {
        this.pledges = pledges;
        this.catalog = catalog;
        this.backed = backed;
        this.rewards = rewards;
        this.needs = needs;
        this.notifications = notifications;
        this.parts = parts;
        this.notices = notices;
    }

    @GetMapping("/moi")
    String account(Member member, Model model) {
        var given = parts.start(() -> pledges.mine(member));
        var lent = parts.start(() -> pledges.loans(member));
        var started = parts.start(() -> catalog.mine(member));
        var offered = parts.start(() -> needs.mine(member));
        var expected = parts.start(() -> rewards.expectedBy(member));
        var followed = parts.start(() -> notifications.follows(member));
        Part<List<Pledge>> mine = given.get();
        model.addAttribute("pledges", mine);
        model.addAttribute(
                "backed", backed.of(member, mine.orElse(List.of()).stream().map(Pledge::campaign)));
        model.addAttribute("waitedFor", waitedFor(expected.get().orElse(List.of())));
        model.addAttribute("loans", lent.get());
        model.addAttribute("projects", started.get());
        model.addAttribute("offers", offered.get());
        model.addAttribute("follows", followed.get());
        return "account";
    }

    /** The rewards that can't be delivered before this member says something, by pledge. */
    private static Map<String, Rewards.Expected> waitedFor(List<Rewards.Expected> expected) {
        return expected.stream()
                .filter(Rewards.Expected::isWaitedFor)
                .collect(Collectors.toMap(Rewards.Expected::pledge, Function.identity()));
    }

    @PostMapping("/moi/contributions/{id}/annuler")
    String cancel(@PathVariable String id, Member member, RedirectAttributes flash) {
        notices.tell(pledges.cancel(member, id), "account.cancelled", flash);
        return "redirect:/moi";
    }

    @PostMapping("/moi/suivis/{about}/arreter")
    String unfollow(@PathVariable("about") String project, Member member, RedirectAttributes flash) {
        notices.tell(notifications.unfollow(member, project), "unfollow.done", flash);
        return "redirect:/moi";
    }

    @PostMapping("/moi/propositions/{offer}/retirer")
    String withdraw(@PathVariable String offer, Member member, RedirectAttributes flash) {
        notices.tell(needs.step(member, offer, "withdraw", Map.of()), "need.withdrawn", flash);
        return "redirect:/moi";
    }
}
