package quartier.gateway.propose;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Parts;
import quartier.gateway.call.Refusal;
import quartier.gateway.campaign.Standing;
import quartier.gateway.catalog.Carrying;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Reviews;
import quartier.gateway.catalog.Rewards;
import quartier.gateway.catalog.Territory;
import quartier.gateway.inkind.Needs;
import quartier.gateway.page.FormKey;
import quartier.gateway.page.FormProblems;
import quartier.gateway.page.NotFound;
import quartier.gateway.page.Notices;
import quartier.gateway.pledge.Payee;
import quartier.gateway.pledge.Pledges;
import quartier.gateway.signin.Member;
import quartier.gateway.support.Supporters;

/** Where an owner sees how the project stands and takes its next step. */
@Controller
class DashboardPages {

    private static final Map<String, String> STEPS =
            Map.of("lancer", "launch", "annuler", "cancel", "realiser", "realise", "soumettre", "submit");
    private static final Map<String, String> ANSWERS = Map.of("accepter", "accept", "refuser", "decline");

    private final Catalog catalog;
    private final Reviews reviews;
    private final Pledges pledges;
    private final Needs needs;
    private final Supporters supporters;
    private final Carrying carrying;
    private final Rewards rewards;
    private final Simulator simulator;
    private final Parts parts;
    private final Notices notices;
    private final MessageSource messages;
    private final Clock clock;

    DashboardPages(
            Catalog catalog,
            Reviews reviews,
            Pledges pledges,
            Needs needs,
            Supporters supporters,
            Carrying carrying,
            Rewards rewards,
            Simulator simulator,
            Parts parts,
            Notices notices,
            MessageSource messages,
            Clock clock) {
        this.catalog = catalog;
        this.reviews = reviews;
        this.pledges = pledges;
        this.needs = needs;
        this.supporters = supporters;
        this.carrying = carrying;
        this.rewards = rewards;
        this.simulator = simulator;
        this.parts = parts;
        this.notices = notices;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/mes-projets/{id}/tableau")
    String dashboard(@PathVariable String id, Member member, Model model) {
        return page(id, NewsForm.empty(FormKey.fresh()), FormProblems.none(), member, model);
    }

    @PostMapping("/mes-projets/{id}/etapes/{step}")
    String step(
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam(name = "raison", required = false) @Nullable String reason,
            Member member,
            RedirectAttributes flash) {
        String command = STEPS.get(step);
        if (command == null) {
            throw new NotFound();
        }
        Map<String, String> body = "cancel".equals(command) ? Map.of("reason", reason == null ? "" : reason) : Map.of();
        notices.tell(catalog.step(member, id, command, body), "dashboard.step." + command, flash);
        return "redirect:/mes-projets/" + id + "/tableau";
    }

    /** The one appeal against a refusal. */
    @PostMapping("/mes-projets/{id}/recours")
    String appeal(
            @PathVariable String id,
            @RequestParam(name = "raison", defaultValue = "") String reason,
            Member member,
            RedirectAttributes flash) {
        notices.tell(reviews.appeal(member, id, reason), "dashboard.appealed", flash);
        return "redirect:/mes-projets/" + id + "/tableau";
    }

    /** To the page where the payment provider checks who the owner is, and back. */
    @PostMapping("/mes-projets/{id}/beneficiaire")
    String registerPayee(@PathVariable String id, Member member, RedirectAttributes flash) {
        String dashboard = "/mes-projets/" + id + "/tableau";
        String back = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(dashboard)
                .toUriString();
        return switch (pledges.registerPayee(member, back)) {
            case Answer.Done<Payee>(Payee payee) ->
                "redirect:" + (payee.onboarding() == null ? dashboard : payee.onboarding());
            case Answer.Refused<Payee>(Refusal refusal) -> {
                flash.addFlashAttribute("problems", FormProblems.of(refusal, messages));
                yield "redirect:" + dashboard;
            }
        };
    }

    record NewsForm(
            @Nullable String titre,
            @Nullable String texte,
            @Nullable String idempotencyKey) {
        static NewsForm empty(String key) {
            return new NewsForm(null, null, key);
        }
    }

    @PostMapping("/mes-projets/{id}/tableau")
    String post(@PathVariable String id, NewsForm form, Member member, Model model, RedirectAttributes flash) {
        String key = FormKey.of(form.idempotencyKey());
        String title = form.titre() == null ? "" : form.titre();
        String text = form.texte() == null ? "" : form.texte();
        return switch (catalog.post(member, id, title, text, key)) {
            case Answer.Done<Nothing> done -> {
                flash.addFlashAttribute("notice", "dashboard.posted");
                yield "redirect:/mes-projets/" + id + "/tableau";
            }
            case Answer.Refused<Nothing>(Refusal refusal) -> {
                String next = refusal.unknownOutcome() ? key : FormKey.fresh();
                var kept = new NewsForm(form.titre(), form.texte(), next);
                yield page(id, kept, FormProblems.of(refusal, messages), member, model);
            }
        };
    }

    @PostMapping("/mes-projets/{id}/soutiens/{offer}/{step}")
    String answer(
            @PathVariable String id,
            @PathVariable String offer,
            @PathVariable String step,
            @RequestParam(name = "raison", required = false) @Nullable String reason,
            Member member,
            RedirectAttributes flash) {
        String command = ANSWERS.get(step);
        if (command == null) {
            throw new NotFound();
        }
        Map<String, String> body =
                "decline".equals(command) ? Map.of("reason", reason == null ? "" : reason) : Map.of();
        notices.tell(supporters.step(member, offer, command, body), "dashboard.support." + command, flash);
        return "redirect:/mes-projets/" + id + "/tableau";
    }

    private String page(String id, NewsForm form, FormProblems problems, Member member, Model model) {
        Project project = catalog.project(member, id);
        if (!project.isCarriedBy(member.id())) {
            throw new NotFound();
        }
        boolean launched = project.launchedAt() != null;
        var money = parts.start(() -> pledges.campaign(id));
        var statement = parts.start(() -> pledges.statement(member, id));
        var payee = parts.start(() -> pledges.payee(member));
        var days = parts.start(() -> carrying.curve(member, id));
        var questions = parts.start(() -> carrying.questions(member, id));
        var sheet = parts.start(() -> rewards.sheet(member, id));
        var inKind = parts.start(() -> needs.ofProject(id));
        var supports = parts.start(() -> supporters.forProject(member, id));
        var territory = parts.start(() -> catalog.territory(project.territory()));
        Territory place = territory.get().orElse(Optional.empty()).orElse(null);
        model.addAttribute("project", project);
        model.addAttribute("launched", launched);
        model.addAttribute("answerBy", answerBy(project, place));
        model.addAttribute("standing", Standing.of(project, money.get(), clock.instant()));
        model.addAttribute("statement", statement.get());
        model.addAttribute("payee", payee.get().getValue());
        model.addAttribute("needs", inKind.get().orElse(List.of()));
        model.addAttribute("supports", supports.get());
        model.addAttribute("net", simulator.net(project.goal(), place));
        model.addAttribute("owns", project.isOwnedBy(member.id()));
        model.addAttribute("curve", Curve.of(project, days.get().orElse(List.of()), clock.instant()));
        model.addAttribute(
                "unanswered",
                questions.get().orElse(List.of()).stream()
                        .filter(question -> question.answer() == null)
                        .toList());
        model.addAttribute("sheet", sheet.get());
        model.addAttribute("firstDay", isFirstDay(project));
        model.addAttribute("form", form);
        if (problems.isPresent() || !model.containsAttribute("problems")) {
            model.addAttribute("problems", problems);
        }
        return "dashboard";
    }

    /** The three first days, of which a quarter of the money comes. */
    private boolean isFirstDay(Project project) {
        Instant launched = project.launchedAt();
        return project.is("live") && launched != null && clock.instant().isBefore(launched.plus(Duration.ofDays(3)));
    }

    /** By when the territory promises an answer; null when the project waits for none. */
    private static @Nullable Instant answerBy(Project project, @Nullable Territory place) {
        Instant submitted = project.is("submitted") ? project.submittedAt() : null;
        Territory.Policy policy = place == null ? null : place.policy();
        Territory.ReviewRule rule = policy == null ? null : policy.review();
        return submitted == null || rule == null ? null : submitted.plus(Duration.ofDays(rule.serviceDays()));
    }
}
