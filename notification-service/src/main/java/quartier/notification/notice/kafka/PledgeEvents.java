package quartier.notification.notice.kafka;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.notification.notice.Argument;
import quartier.notification.notice.Backing;
import quartier.notification.notice.Notice;
import quartier.notification.notice.NoticeKind;
import quartier.notification.notice.TellMembers;
import quartier.platform.messaging.ReceivedEvent;

/** {@code quartier.pledge.pledges} */
@Component
final class PledgeEvents {

    record Data(
            String pledge,
            String campaign,
            String backer,
            Money amount,
            @Nullable String reason,
            @Nullable Instant at) {
        Data {
            Objects.requireNonNull(pledge, "pledge");
            Objects.requireNonNull(campaign, "campaign");
            Objects.requireNonNull(backer, "backer");
            Objects.requireNonNull(amount, "amount");
        }
    }

    private final TellMembers tell;
    private final UnknownEvents unknown;

    PledgeEvents(TellMembers tell, UnknownEvents unknown) {
        this.tell = tell;
        this.unknown = unknown;
    }

    void hear(ReceivedEvent event) {
        switch (event.type()) {
            case "quartier.pledge.confirmed.v1" -> {
                Data data = event.dataAs(Data.class);
                Instant at = data.at() == null ? event.time() : data.at();
                tell.hear(new Backing(data.pledge(), data.campaign(), data.backer(), at, true), event.sequence());
                tellBacker(
                        event, data, NoticeKind.PLEDGE_CONFIRMED, data.amount().shown());
            }
            case "quartier.pledge.cancelled.v1" -> {
                Data data = event.dataAs(Data.class);
                if ("by_backer".equals(data.reason())) {
                    // Whose campaign was cancelled is still told so; the two events come in any order.
                    tell.hear(
                            new Backing(data.pledge(), data.campaign(), data.backer(), event.time(), false),
                            event.sequence());
                }
                tellBacker(
                        event, data, NoticeKind.PLEDGE_CANCELLED, data.amount().shown());
            }
            case "quartier.pledge.refunded.v1" -> {
                Data data = event.dataAs(Data.class);
                tellBacker(
                        event,
                        data,
                        NoticeKind.REFUNDED,
                        data.amount().shown(),
                        new Argument.Phrase(why(data.reason())));
            }
            case "quartier.pledge.refund-failed.v1" -> {
                Data data = event.dataAs(Data.class);
                tellBacker(event, data, NoticeKind.REFUND_FAILED, data.amount().shown());
                tell.tellOperators(operator -> Notice.of(
                        event.id() + ":operation",
                        operator,
                        NoticeKind.REFUND_STUCK,
                        data.campaign(),
                        null,
                        event.time(),
                        data.amount().shown()));
            }
            case "quartier.pledge.changed.v1" -> {
                Data data = event.dataAs(Data.class);
                tellBacker(event, data, NoticeKind.PLEDGE_CHANGED, data.amount().shown());
            }
            case "quartier.pledge.loan-repaid.v1" -> {
                Data data = event.dataAs(Data.class);
                tellBacker(event, data, NoticeKind.LOAN_REPAID, data.amount().shown());
            }
            case "quartier.pledge.disputed.v1" -> {
                // Between the payer and their bank; the operator's pages show it.
            }
            case "quartier.pledge.dispute-set-off.v1" -> {
                Data data = event.dataAs(Data.class);
                tellBacker(event, data, NoticeKind.REPAID_BY_BANK, data.amount().shown());
            }
            default -> unknown.count(event);
        }
    }

    private void tellBacker(ReceivedEvent event, Data data, NoticeKind kind, Argument... arguments) {
        tell.tell(List.of(
                Notice.of(event.id(), data.backer(), kind, data.campaign(), data.pledge(), event.time(), arguments)));
    }

    private static String why(@Nullable String reason) {
        return switch (reason) {
            case "not_funded" -> "refund.not-funded";
            case "cancelled", "campaign_cancelled" -> "refund.campaign-cancelled";
            case "by_backer" -> "refund.by-backer";
            case "late" -> "refund.late";
            case null, default -> "refund.other";
        };
    }
}
