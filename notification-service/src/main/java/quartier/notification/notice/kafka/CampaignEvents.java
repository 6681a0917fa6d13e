package quartier.notification.notice.kafka;

import java.util.Objects;
import org.springframework.stereotype.Component;
import quartier.notification.notice.Announcement;
import quartier.notification.notice.Argument;
import quartier.notification.notice.Notice;
import quartier.notification.notice.NoticeKind;
import quartier.notification.notice.TellMembers;
import quartier.platform.messaging.ReceivedEvent;

/** {@code quartier.pledge.campaigns} */
@Component
final class CampaignEvents {

    private static final long HALF = 50;

    record Totals(String campaign, String state, long percent) {
        Totals {
            Objects.requireNonNull(campaign, "campaign");
        }
    }

    record Verdict(String campaign, Money goal, Money collected, long backers) {
        Verdict {
            Objects.requireNonNull(campaign, "campaign");
            Objects.requireNonNull(goal, "goal");
            Objects.requireNonNull(collected, "collected");
        }
    }

    record PaidOut(String campaign, Money net) {
        PaidOut {
            Objects.requireNonNull(campaign, "campaign");
            Objects.requireNonNull(net, "net");
        }
    }

    record PayoutFailed(String campaign, Money amount) {
        PayoutFailed {
            Objects.requireNonNull(campaign, "campaign");
            Objects.requireNonNull(amount, "amount");
        }
    }

    record LoanOverdue(String campaign, long instalment, Money unpaid) {
        LoanOverdue {
            Objects.requireNonNull(campaign, "campaign");
            Objects.requireNonNull(unpaid, "unpaid");
        }
    }

    private final TellMembers tell;
    private final UnknownEvents unknown;

    CampaignEvents(TellMembers tell, UnknownEvents unknown) {
        this.tell = tell;
        this.unknown = unknown;
    }

    void hear(ReceivedEvent event) {
        switch (event.type()) {
            case "quartier.campaign.totals.v1" -> totals(event, event.dataAs(Totals.class));
            case "quartier.campaign.funded.v1" -> {
                Verdict verdict = event.dataAs(Verdict.class);
                announceVerdict(event, verdict, NoticeKind.FUNDED);
            }
            case "quartier.campaign.not-funded.v1" -> {
                Verdict verdict = event.dataAs(Verdict.class);
                announceVerdict(event, verdict, NoticeKind.NOT_FUNDED);
            }
            case "quartier.campaign.paid-out.v1" -> {
                PaidOut paidOut = event.dataAs(PaidOut.class);
                tell.announce(Announcement.of(
                        event.id(),
                        paidOut.campaign(),
                        NoticeKind.PAID_OUT,
                        event.time(),
                        paidOut.net().shown()));
            }
            case "quartier.campaign.payout-failed.v1" -> payoutFailed(event, event.dataAs(PayoutFailed.class));
            case "quartier.campaign.loan-overdue.v1" -> {
                LoanOverdue overdue = event.dataAs(LoanOverdue.class);
                tell.announce(Announcement.of(
                        event.id(),
                        overdue.campaign(),
                        NoticeKind.LOAN_OVERDUE,
                        event.time(),
                        overdue.unpaid().shown(),
                        new Argument.Count(overdue.instalment())));
            }
            case "quartier.campaign.opened.v1",
                    "quartier.campaign.loans-granted.v1",
                    "quartier.campaign.loan-repayment-received.v1",
                    "quartier.campaign.match-changed.v1",
                    "quartier.campaign.closing.v1",
                    "quartier.campaign.cancelled.v1",
                    "quartier.campaign.settled.v1" -> {
                // Steps of the money; members hear of the launch, the verdict, the cancelling and their own refunds.
            }
            default -> unknown.count(event);
        }
    }

    /** The owner waits for the money, and who runs the platform has to look. */
    private void payoutFailed(ReceivedEvent event, PayoutFailed failed) {
        tell.announce(Announcement.of(
                event.id(),
                failed.campaign(),
                NoticeKind.PAYOUT_FAILED,
                event.time(),
                failed.amount().shown()));
        tell.tellOperators(operator -> Notice.of(
                event.id() + ":operation",
                operator,
                NoticeKind.PAYOUT_STUCK,
                failed.campaign(),
                null,
                event.time(),
                failed.amount().shown()));
    }

    /** Half of the goal is passed once in a campaign's life, however often the total goes up and down around it. */
    private void totals(ReceivedEvent event, Totals totals) {
        if (totals.percent() >= HALF && "live".equals(totals.state())) {
            tell.announce(Announcement.of(
                    "half-way:" + totals.campaign(),
                    totals.campaign(),
                    NoticeKind.HALF_WAY,
                    event.time(),
                    new Argument.Count(totals.percent())));
        }
    }

    private void announceVerdict(ReceivedEvent event, Verdict verdict, NoticeKind kind) {
        tell.announce(Announcement.of(
                event.id(),
                verdict.campaign(),
                kind,
                event.time(),
                verdict.collected().shown(),
                verdict.goal().shown(),
                new Argument.Count(verdict.backers())));
    }
}
