package quartier.catalog.project.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.project.Guardrail;
import quartier.catalog.project.Policies;
import quartier.catalog.project.Policy;
import quartier.catalog.project.RailReport;
import quartier.catalog.project.ReviewProject;
import quartier.catalog.project.Violation;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** The guard rails: of a territory for everybody, and how a project or a form stands against them. */
@RestController
class GuardrailController {

    /** @param judgedBy {@code check}, {@code reviewer} or {@code both} */
    record RailView(
            String id, String title, String text, @Nullable String legalReference, String judgedBy) {}

    record RailsView(List<RailView> items) {}

    record BreachView(String field, String code, String message) {}

    record ClueView(String field, String words) {}

    /** @param outcome {@code kept}, {@code broken} or {@code look}: words that a reviewer should look at */
    record OutcomeView(RailView rail, String outcome, List<BreachView> broken, List<ClueView> clues) {}

    record OutcomesView(List<OutcomeView> items) {}

    private final Policies policies;
    private final ReviewProject review;
    private final MessageSource messages;

    GuardrailController(Policies policies, ReviewProject review, MessageSource messages) {
        this.policies = policies;
        this.review = review;
        this.messages = messages;
    }

    @GetMapping("/v1/territories/{id}/guardrails")
    @AllowedTo(Role.ANYONE)
    RailsView ofTerritory(@PathVariable String id, Locale locale) {
        Policy policy = policies.of(id).orElseThrow(Problem::notFound);
        return new RailsView(Arrays.stream(Guardrail.values())
                .map(rail -> view(rail, policy, locale))
                .toList());
    }

    /** For its owner and the staff, at this moment. */
    @GetMapping("/v1/projects/{id}/guardrails")
    @AllowedTo(Role.MEMBER)
    OutcomesView ofProject(@PathVariable String id, Caller caller, Locale locale) {
        List<RailReport> reports = review.rails(id, new CallingActor(caller)).orElseThrow(Problem::notFound);
        return outcomes(reports, review.territoryOf(id).orElseThrow(Problem::notFound), locale);
    }

    /** Of a form that is being written; nothing is stored. */
    @PostMapping("/v1/guardrails/check")
    @AllowedTo(Role.MEMBER)
    OutcomesView ofForm(@RequestBody ProjectRequest request, Locale locale) {
        var form = FormReading.read(request);
        List<RailReport> reports = review.rails(form).orElseThrow(Problem::notFound);
        return outcomes(reports, form.territory(), locale);
    }

    private OutcomesView outcomes(List<RailReport> reports, String territory, Locale locale) {
        Policy policy = policies.of(territory).orElseThrow(Problem::notFound);
        return new OutcomesView(
                reports.stream().map(report -> outcome(report, policy, locale)).toList());
    }

    private OutcomeView outcome(RailReport report, Policy policy, Locale locale) {
        String outcome = report.broken().isEmpty() ? report.clues().isEmpty() ? "kept" : "look" : "broken";
        return new OutcomeView(
                view(report.rail(), policy, locale),
                outcome,
                report.broken().stream()
                        .map(violation -> new BreachView(
                                violation.field(), violation.rule().id(), words(violation, locale)))
                        .toList(),
                report.clues().stream()
                        .map(clue -> new ClueView(clue.field(), clue.words()))
                        .toList());
    }

    private RailView view(Guardrail rail, Policy policy, Locale locale) {
        Object[] figures = {
            BigDecimal.valueOf(policy.goalCapMinorUnits(), 2),
            policy.overfundingCapPercent(),
            policy.minimumDays(),
            policy.maximumDays(),
            policy.rails().symbolicPercent(),
            policy.rails().rewardsRequired() ? 1 : 0,
            policy.rails().needsRequired() ? 1 : 0
        };
        return new RailView(
                rail.id(),
                messages.getMessage("guardrail." + rail.id() + ".title", null, locale),
                messages.getMessage("guardrail." + rail.id() + ".text", figures, locale),
                rail.legalReference().orElse(null),
                judge(rail, policy));
    }

    private static String judge(Guardrail rail, Policy policy) {
        boolean reviewed =
                rail.criterion().filter(policy.reviewCriteria()::contains).isPresent();
        return reviewed ? "both" : "check";
    }

    private String words(Violation violation, Locale locale) {
        return messages.getMessage(
                "problem.field." + violation.rule().id(), violation.arguments().toArray(), locale);
    }
}
