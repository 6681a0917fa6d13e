package quartier.notification.notice.kafka;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import quartier.notification.notice.Argument;
import quartier.notification.notice.Notice;
import quartier.notification.notice.NoticeKind;
import quartier.notification.notice.TellMembers;
import quartier.platform.messaging.ReceivedEvent;

/** {@code quartier.inkind.needs} and {@code quartier.inkind.commitments} */
@Component
final class InKindEvents {

    record Answer(String project, String title, String offer, String owner, long quantity) {
        Answer {
            Objects.requireNonNull(owner, "owner");
        }
    }

    record Commitment(String commitment, String project, String title, String by, String owner) {
        Commitment {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(owner, "owner");
        }
    }

    private final TellMembers tell;
    private final UnknownEvents unknown;

    InKindEvents(TellMembers tell, UnknownEvents unknown) {
        this.tell = tell;
        this.unknown = unknown;
    }

    void hearNeed(ReceivedEvent event) {
        switch (event.type()) {
            case "quartier.need.answered.v1" -> {
                Answer answer = event.dataAs(Answer.class);
                tell.tell(List.of(Notice.of(
                        event.id(),
                        answer.owner(),
                        NoticeKind.NEED_ANSWERED,
                        answer.project(),
                        answer.offer(),
                        event.time(),
                        new Argument.Text(answer.title()),
                        new Argument.Count(answer.quantity()))));
            }
            case "quartier.need.published.v1", "quartier.need.filled.v1" -> {
                // The board of needs shows these; nobody waits for them.
            }
            default -> unknown.count(event);
        }
    }

    void hearCommitment(ReceivedEvent event) {
        switch (event.type()) {
            case "quartier.commitment.agreed.v1" -> tellHelper(event, NoticeKind.COMMITMENT_AGREED);
            case "quartier.commitment.declined.v1" -> tellHelper(event, NoticeKind.COMMITMENT_DECLINED);
            case "quartier.commitment.thanked.v1" -> tellHelper(event, NoticeKind.COMMITMENT_THANKED);
            case "quartier.commitment.withdrawn.v1" -> {
                Commitment commitment = event.dataAs(Commitment.class);
                tell.tell(List.of(about(event, commitment, commitment.owner(), NoticeKind.COMMITMENT_WITHDRAWN)));
            }
            case "quartier.commitment.done.v1" -> {
                // The thanks follow.
            }
            default -> unknown.count(event);
        }
    }

    private void tellHelper(ReceivedEvent event, NoticeKind kind) {
        Commitment commitment = event.dataAs(Commitment.class);
        tell.tell(List.of(about(event, commitment, commitment.by(), kind)));
    }

    private static Notice about(ReceivedEvent event, Commitment commitment, String member, NoticeKind kind) {
        return Notice.of(
                event.id(),
                member,
                kind,
                commitment.project(),
                commitment.commitment(),
                event.time(),
                new Argument.Text(commitment.title()));
    }
}
