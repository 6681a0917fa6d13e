package quartier.gateway.reward;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Rewards;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** The rewards that a project owes: what its team asks, prepares and sends. */
@Controller
class RewardPages {

    private final Catalog catalog;
    private final Rewards rewards;
    private final Notices notices;

    RewardPages(Catalog catalog, Rewards rewards, Notices notices) {
        this.catalog = catalog;
        this.rewards = rewards;
        this.notices = notices;
    }

    @GetMapping("/mes-projets/{id}/remises")
    String sheet(@PathVariable String id, Member member, Model model) {
        model.addAttribute("sheet", rewards.sheet(member, id));
        model.addAttribute("project", catalog.project(member, id));
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", FormProblems.none());
        }
        return "rewards";
    }

    @PostMapping("/mes-projets/{id}/remises")
    String step(
            @PathVariable String id,
            @RequestParam(name = "contribution", required = false) @Nullable List<String> pledges,
            @RequestParam(name = "etape", defaultValue = "") String step,
            Member member,
            RedirectAttributes flash) {
        List<String> chosen = pledges == null ? List.of() : pledges;
        notices.tell(rewards.step(member, id, chosen, step), "reward.moved", flash);
        return "redirect:/mes-projets/" + id + "/remises";
    }

    @PostMapping("/mes-projets/{id}/remises/{tier}/rappel")
    String remind(@PathVariable String id, @PathVariable String tier, Member member, RedirectAttributes flash) {
        notices.tell(rewards.remind(member, id, tier), "reward.reminded", flash);
        return "redirect:/mes-projets/" + id + "/remises";
    }

    /** One question a line; what stands behind a colon, with slashes between, is there to choose from. */
    @PostMapping("/mes-projets/{id}/remises/{tier}/questions")
    String ask(
            @PathVariable String id,
            @PathVariable String tier,
            @RequestParam(name = "questions", defaultValue = "") String typed,
            Member member,
            RedirectAttributes flash) {
        List<String> lines =
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        List<Rewards.Question> questions = IntStream.range(0, lines.size())
                .mapToObj(line -> question("q" + (line + 1), lines.get(line)))
                .toList();
        notices.tell(rewards.ask(member, id, tier, questions), "reward.asked", flash);
        return "redirect:/mes-projets/" + id + "/remises";
    }

    static Rewards.Question question(String id, String line) {
        String[] parts = line.split(":", 2);
        List<String> options = parts.length == 1
                ? List.of()
                : Arrays.stream(parts[1].split("/", -1))
                        .map(String::strip)
                        .filter(option -> !option.isEmpty())
                        .toList();
        return new Rewards.Question(id.toLowerCase(Locale.ROOT), parts[0].strip(), options);
    }
}
