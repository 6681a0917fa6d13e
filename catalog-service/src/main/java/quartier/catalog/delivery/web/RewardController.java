package quartier.catalog.delivery.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.delivery.DeliverRewards;
import quartier.catalog.delivery.Parcel.State;
import quartier.catalog.delivery.RemindBackers;
import quartier.catalog.delivery.Survey;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** The rewards that a project owes, for its team. */
@RestController
class RewardController {

    /** @param step prepared or sent */
    record StepRequest(
            @Nullable List<String> pledges, @Nullable String step) {}

    record StepResult(int moved) {}

    record SurveyRequest(@Nullable List<QuestionJson> questions) {}

    record QuestionJson(
            @Nullable String id,
            @Nullable String label,
            @Nullable List<String> options) {

        Survey.Question question() {
            return new Survey.Question(
                    Objects.requireNonNullElse(id, ""),
                    Objects.requireNonNullElse(label, "").strip(),
                    Objects.requireNonNullElse(options, List.of()));
        }

        static QuestionJson of(Survey.Question question) {
            return new QuestionJson(question.id(), question.label(), question.options());
        }
    }

    record SurveyView(String tier, List<QuestionJson> questions) {
        static SurveyView of(Survey survey) {
            return new SurveyView(
                    survey.tier(),
                    survey.questions().stream().map(QuestionJson::of).toList());
        }
    }

    record ReminderResult(int reminded) {}

    private final DeliverRewards deliver;
    private final RemindBackers remind;

    RewardController(DeliverRewards deliver, RemindBackers remind) {
        this.deliver = deliver;
        this.remind = remind;
    }

    /** Addresses are in it: nobody keeps a copy on the way. */
    @GetMapping("/v1/projects/{id}/rewards")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<RewardViews.SheetView> sheet(@PathVariable String id, Caller caller) {
        var sheet = Refusals.value(deliver.sheet(caller.memberId(), id));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(RewardViews.sheet(sheet));
    }

    @PostMapping("/v1/projects/{id}/rewards/steps")
    @AllowedTo(Role.MEMBER)
    StepResult step(@PathVariable String id, @RequestBody StepRequest request, Caller caller) {
        List<String> pledges = Objects.requireNonNullElse(request.pledges(), List.of());
        if (pledges.size() > DeliverRewards.AT_ONCE) {
            throw Problem.ofFields(List.of(Problem.Field.of("pledges", "too-many", DeliverRewards.AT_ONCE)));
        }
        State to = Map.of("prepared", State.PREPARED, "sent", State.SENT)
                .get(Objects.requireNonNullElse(request.step(), "").toLowerCase(Locale.ROOT));
        if (to == null) {
            throw Problem.ofFields(List.of(Problem.Field.of("step", "unknown-step")));
        }
        return new StepResult(Refusals.value(deliver.step(caller.memberId(), id, pledges, to)));
    }

    /** Reminds those who have not told what this reward needs. */
    @PostMapping("/v1/projects/{id}/rewards/{tier}/reminders")
    @AllowedTo(Role.MEMBER)
    ReminderResult remind(@PathVariable String id, @PathVariable String tier, Caller caller) {
        return new ReminderResult(Refusals.value(remind.remind(caller.memberId(), id, tier)));
    }

    @PutMapping("/v1/projects/{id}/surveys/{tier}")
    @AllowedTo(Role.MEMBER)
    SurveyView ask(
            @PathVariable String id, @PathVariable String tier, @RequestBody SurveyRequest request, Caller caller) {
        var questions = Objects.requireNonNullElse(request.questions(), List.<QuestionJson>of());
        var survey = new Survey(
                id, tier, questions.stream().map(QuestionJson::question).toList());
        return SurveyView.of(Refusals.value(deliver.ask(caller.memberId(), id, survey)));
    }
}
