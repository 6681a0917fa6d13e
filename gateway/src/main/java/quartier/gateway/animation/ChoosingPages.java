package quartier.gateway.animation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import quartier.gateway.catalog.CallForProjects;
import quartier.gateway.catalog.Calls;
import quartier.gateway.catalog.Contest;
import quartier.gateway.catalog.Contests;
import quartier.gateway.page.Euros;
import quartier.gateway.page.FormKey;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.NoFrame;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** Where a call's staff name its jury, look how it comes out, and publish the result. */
@Controller
class ChoosingPages {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** What each project gets, in the order of the standings; an empty prize is none. */
    record AwardsForm(
            @Nullable List<String> project,
            @Nullable List<String> prize,
            @Nullable List<String> reason,
            @Nullable List<String> amount) {

        public String typed(@Nullable List<String> column, String of) {
            int row = project == null ? -1 : project.indexOf(of);
            return column == null || row < 0 || row >= column.size() ? "" : column.get(row);
        }

        public String prizeOf(String of) {
            return typed(prize, of);
        }

        public String reasonOf(String of) {
            return typed(reason, of);
        }

        public String amountOf(String of) {
            return typed(amount, of);
        }

        private List<Map<String, Object>> awards() {
            List<Map<String, Object>> awards = new ArrayList<>();
            for (String one : Objects.requireNonNullElse(project, List.<String>of())) {
                if (!prizeOf(one).isBlank()) {
                    Map<String, Object> award = new LinkedHashMap<>();
                    award.put("project", one);
                    award.put("prize", Map.of("fr", prizeOf(one)));
                    award.put("reason", Map.of("fr", reasonOf(one)));
                    Euros.parse(amountOf(one)).ifPresent(money -> award.put("amount", money));
                    awards.add(award);
                }
            }
            return awards;
        }

        private boolean isReadable() {
            return Objects.requireNonNullElse(amount, List.<String>of()).stream()
                    .allMatch(text -> text.isBlank() || Euros.parse(text).isPresent());
        }
    }

    private final Calls calls;
    private final Contests contests;
    private final Notices notices;
    private final MessageSource messages;

    ChoosingPages(Calls calls, Contests contests, Notices notices, MessageSource messages) {
        this.calls = calls;
        this.contests = contests;
        this.notices = notices;
        this.messages = messages;
    }

    @GetMapping("/animation/{id}/jury")
    String jury(@PathVariable String id, Member member, Model model) {
        CallForProjects call = calls.one(id);
        model.addAttribute("call", call);
        model.addAttribute("jury", contests.jury(member, id));
        model.addAttribute("key", FormKey.fresh());
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", FormProblems.none());
        }
        return "animation-jury";
    }

    @PostMapping("/animation/{id}/jury")
    String name(
            @PathVariable String id,
            @RequestParam(name = "nom", defaultValue = "") String name,
            @RequestParam(name = "idempotencyKey", defaultValue = "") String key,
            Member member,
            RedirectAttributes flash) {
        notices.tell(contests.name(member, id, FormKey.of(key), name), "jury.named", flash);
        return "redirect:/animation/" + id + "/jury";
    }

    @PostMapping("/animation/{id}/jury/{seat}/retirer")
    String dismiss(@PathVariable String id, @PathVariable String seat, Member member, RedirectAttributes flash) {
        notices.tell(contests.dismiss(member, id, seat), "jury.dismissed", flash);
        return "redirect:/animation/" + id + "/jury";
    }

    @GetMapping("/animation/{id}/resultat")
    String standings(@PathVariable String id, Member member, Model model) {
        return standings(id, new AwardsForm(null, null, null, null), FormProblems.none(), member, model);
    }

    @PostMapping("/animation/{id}/resultat")
    String publish(
            @PathVariable String id,
            @ModelAttribute AwardsForm form,
            Member member,
            Model model,
            RedirectAttributes flash) {
        if (!form.isReadable()) {
            return standings(
                    id, form, FormProblems.ours("form.wrong.title", "result.wrong.amount", messages), member, model);
        }
        Answer<Nothing> answer = contests.publish(member, id, form.awards());
        return switch (answer) {
            case Answer.Done<Nothing> done -> {
                flash.addFlashAttribute("notice", "result.published");
                yield "redirect:/appels/" + calls.one(id).slug() + "/resultat";
            }
            case Answer.Refused<Nothing>(Refusal refusal) ->
                standings(id, form, FormProblems.of(refusal, messages), member, model);
        };
    }

    @GetMapping("/animation/{id}/candidatures.csv")
    @NoFrame
    ResponseEntity<String> applications(@PathVariable String id, Member member) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"candidatures.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(contests.applications(member, id));
    }

    private String standings(String id, AwardsForm form, FormProblems problems, Member member, Model model) {
        List<Contest.Standing> standings = contests.standings(member, id);
        model.addAttribute("call", calls.one(id));
        model.addAttribute("standings", standings);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "animation-result";
    }
}
