package quartier.gateway.animation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.NotFound;
import quartier.gateway.page.Notices;
import quartier.gateway.signin.Member;

/** A juror's desk: one project after the other, by the call's criteria. The catalog says who sits there. */
@Controller
class JuryPages {

    private static final int HIGHEST = 10;
    private static final String PREFIX = "scores.";

    private final Calls calls;
    private final Contests contests;
    private final Notices notices;
    private final MessageSource messages;

    JuryPages(Calls calls, Contests contests, Notices notices, MessageSource messages) {
        this.calls = calls;
        this.contests = contests;
        this.notices = notices;
        this.messages = messages;
    }

    @GetMapping("/appels/{slug}/jury")
    String desk(@PathVariable String slug, Member juror, Model model) {
        CallForProjects call = calls.bySlug(slug);
        model.addAttribute("call", call);
        model.addAttribute("desk", contests.desk(juror, call.id()));
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", FormProblems.none());
        }
        return "jury";
    }

    @GetMapping("/appels/{slug}/jury/projets/{entrant}")
    String sheet(@PathVariable String slug, @PathVariable(name = "entrant") String project, Member juror, Model model) {
        return page(calls.bySlug(slug), project, null, FormProblems.none(), juror, model);
    }

    @PostMapping("/appels/{slug}/jury/projets/{entrant}")
    String score(
            @PathVariable String slug,
            @PathVariable(name = "entrant") String project,
            @RequestParam Map<String, String> typed,
            Member juror,
            Model model,
            RedirectAttributes flash) {
        CallForProjects call = calls.bySlug(slug);
        String comment = typed.getOrDefault("comment", "");
        Answer<Nothing> answer = contests.score(juror, call.id(), project, scores(typed), comment);
        return switch (answer) {
            case Answer.Done<Nothing> done -> {
                flash.addFlashAttribute("notice", "jury.scored");
                yield "redirect:/appels/" + slug + "/jury";
            }
            case Answer.Refused<Nothing>(Refusal refusal) ->
                page(call, project, typed, FormProblems.of(refusal, messages), juror, model);
        };
    }

    @PostMapping("/appels/{slug}/jury/projets/{entrant}/conflit")
    String declare(
            @PathVariable String slug,
            @PathVariable(name = "entrant") String project,
            @RequestParam(name = "raison", defaultValue = "") String reason,
            Member juror,
            RedirectAttributes flash) {
        notices.tell(contests.declare(juror, calls.bySlug(slug).id(), project, reason), "jury.declared", flash);
        return "redirect:/appels/" + slug + "/jury";
    }

    /** Whoever follows it signs in first, and then takes the seat by a button: a link alone changes nothing. */
    @GetMapping("/appels/{slug}/jury/invitation")
    String invitation(
            @PathVariable String slug,
            @RequestParam(name = "code", defaultValue = "") String code,
            Member member,
            Model model) {
        model.addAttribute("call", calls.bySlug(slug));
        model.addAttribute("code", code);
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", FormProblems.none());
        }
        return "jury-invitation";
    }

    @PostMapping("/appels/{slug}/jury/invitation")
    String accept(
            @PathVariable String slug,
            @RequestParam(name = "code", defaultValue = "") String code,
            Member member,
            RedirectAttributes flash) {
        var answer = contests.accept(member, calls.bySlug(slug).id(), code);
        notices.tell(answer, "jury.accepted", flash);
        return "redirect:/appels/" + slug + (answer instanceof Answer.Done<?> ? "/jury" : "/jury/invitation");
    }

    private String page(
            CallForProjects call,
            String project,
            @Nullable Map<String, String> typed,
            FormProblems problems,
            Member juror,
            Model model) {
        Contest.Entry entry = contests.desk(juror, call.id()).of(project).orElseThrow(NotFound::new);
        model.addAttribute("call", call);
        model.addAttribute("entry", entry);
        model.addAttribute("typed", typed == null ? stored(entry) : typed);
        model.addAttribute("highest", HIGHEST);
        model.addAttribute("problems", problems);
        return "jury-sheet";
    }

    private static Map<String, String> stored(Contest.Entry entry) {
        Map<String, String> fields = new LinkedHashMap<>();
        Contest.Mark mark = entry.mark();
        if (mark != null) {
            mark.scores().forEach((criterion, score) -> fields.put(PREFIX + criterion, String.valueOf(score)));
            fields.put("comment", mark.comment() == null ? "" : mark.comment());
        }
        return fields;
    }

    /** What is no number is left out: the catalog says that it is missing. */
    private static Map<String, Integer> scores(Map<String, String> typed) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        typed.forEach((field, text) -> {
            if (field.startsWith(PREFIX) && text.strip().matches("-?\\d{1,4}")) {
                scores.put(field.substring(PREFIX.length()), Integer.parseInt(text.strip()));
            }
        });
        return scores;
    }
}
