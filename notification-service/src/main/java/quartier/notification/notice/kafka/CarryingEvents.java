package quartier.notification.notice.kafka;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.notification.notice.Argument;
import quartier.notification.notice.Notice;
import quartier.notification.notice.NoticeKind;
import quartier.notification.notice.TellMembers;
import quartier.platform.messaging.ReceivedEvent;

/** {@code quartier.catalog.questions} and {@code quartier.catalog.rewards} */
@Component
final class CarryingEvents {

    record Question(
            String question,
            String project,
            List<String> carriers,
            String by,
            @Nullable String answeredBy) {
        Question {
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(project, "project");
            Objects.requireNonNull(by, "by");
            carriers = List.copyOf(carriers);
        }
    }

    record Reward(String pledge, String project, String backer, String reward) {
        Reward {
            Objects.requireNonNull(pledge, "pledge");
            Objects.requireNonNull(project, "project");
            Objects.requireNonNull(backer, "backer");
        }
    }

    record Asked(
            String project,
            String tier,
            String reward,
            @Nullable String asks,
            List<String> members) {
        Asked {
            Objects.requireNonNull(project, "project");
            members = List.copyOf(members);
        }

        /** Events of before the two were told apart ask for a choice. */
        NoticeKind kind() {
            return "address".equals(asks) ? NoticeKind.REWARD_ADDRESS_ASKED : NoticeKind.REWARD_DETAILS_ASKED;
        }
    }

    private final TellMembers tell;
    private final UnknownEvents unknown;

    CarryingEvents(TellMembers tell, UnknownEvents unknown) {
        this.tell = tell;
        this.unknown = unknown;
    }

    void hearQuestion(ReceivedEvent event) {
        switch (event.type()) {
            case "quartier.question.asked.v1" -> {
                Question question = event.dataAs(Question.class);
                tell.tell(question.carriers().stream()
                        .filter(carrier -> !carrier.equals(question.by()))
                        .map(carrier -> about(event, question, carrier, NoticeKind.QUESTION_ASKED))
                        .toList());
            }
            case "quartier.question.answered.v1" -> answered(event, event.dataAs(Question.class));
            default -> unknown.count(event);
        }
    }

    void hearReward(ReceivedEvent event) {
        switch (event.type()) {
            case "quartier.reward.prepared.v1" -> tellBacker(event, NoticeKind.REWARD_PREPARED);
            case "quartier.reward.sent.v1" -> tellBacker(event, NoticeKind.REWARD_SENT);
            case "quartier.reward.details-asked.v1" -> {
                Asked asked = event.dataAs(Asked.class);
                tell.tell(asked.members().stream()
                        .map(member -> Notice.of(
                                event.id(),
                                member,
                                asked.kind(),
                                asked.project(),
                                asked.tier(),
                                event.time(),
                                new Argument.Text(asked.reward())))
                        .toList());
            }
            default -> unknown.count(event);
        }
    }

    /** Who asked is told that they have their answer; who follows, that there is one; the team knows. */
    private void answered(ReceivedEvent event, Question question) {
        Set<String> knowing = new HashSet<>(question.carriers());
        if (!question.by().equals(question.answeredBy())) {
            tell.tell(List.of(about(event, question, question.by(), NoticeKind.ANSWER_GIVEN)));
        }
        knowing.add(question.by());
        tell.tellFollowers(
                question.project(),
                event.time(),
                knowing,
                member -> about(event, question, member, NoticeKind.QUESTION_ANSWERED));
    }

    private static Notice about(ReceivedEvent event, Question question, String member, NoticeKind kind) {
        return Notice.of(event.id(), member, kind, question.project(), question.question(), event.time());
    }

    private void tellBacker(ReceivedEvent event, NoticeKind kind) {
        Reward reward = event.dataAs(Reward.class);
        tell.tell(List.of(Notice.of(
                event.id(),
                reward.backer(),
                kind,
                reward.project(),
                reward.pledge(),
                event.time(),
                new Argument.Text(reward.reward()))));
    }
}
