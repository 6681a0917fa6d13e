package quartier.gateway.reward;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.catalog.Rewards;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** The rewards that a member expects: where they go, what was chosen, and « j'ai bien reçu ». */
@Controller
class ExpectedRewardPages {

    private static final String CHOICE = "choix-";

    private final Rewards rewards;
    private final Notices notices;

    ExpectedRewardPages(Rewards rewards, Notices notices) {
        this.rewards = rewards;
        this.notices = notices;
    }

    @GetMapping("/moi/contreparties")
    String list(Member member, Model model) {
        model.addAttribute("rewards", rewards.expectedBy(member));
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", FormProblems.none());
        }
        return "my-rewards";
    }

    @PostMapping("/moi/contreparties/{pledge}")
    String tell(
            @PathVariable String pledge,
            @RequestParam Map<String, String> typed,
            Member member,
            RedirectAttributes flash) {
        Map<String, String> choices = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(CHOICE)) {
                choices.put(name.substring(CHOICE.length()), value);
            }
        });
        notices.tell(rewards.tell(member, pledge, choices, address(typed)), "reward.told", flash);
        return "redirect:/moi/contreparties";
    }

    @PostMapping("/moi/contreparties/{pledge}/effacer")
    String takeBack(@PathVariable String pledge, Member member, RedirectAttributes flash) {
        notices.tell(rewards.takeBack(member, pledge), "reward.erased", flash);
        return "redirect:/moi/contreparties";
    }

    @PostMapping("/moi/contreparties/{pledge}/recu")
    String confirm(@PathVariable String pledge, Member member, RedirectAttributes flash) {
        notices.tell(rewards.confirm(member, pledge), "reward.received", flash);
        return "redirect:/moi/contreparties";
    }

    private static Rewards.@Nullable Address address(Map<String, String> typed) {
        return typed.containsKey("rue")
                ? new Rewards.Address(
                        typed.get("nom"),
                        typed.get("rue"),
                        typed.get("codePostal"),
                        typed.get("ville"),
                        typed.get("pays"))
                : null;
    }
}
