package quartier.pledge.escrow.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of the events that this service publishes, as its schemas describe them. Amounts are in minor units. */
final class EventData {

    private EventData() {}

    record Amount(long amount, String currency) {}

    record Confirmed(
            String pledge,
            String campaign,
            String backer,
            @Nullable String organisation,
            Amount amount,
            @Nullable String tier,
            String visibility,
            Instant at) {}

    /** @param before what it was */
    record Changed(
            String pledge,
            String campaign,
            String backer,
            Amount amount,
            Amount before,
            @Nullable String tier,
            Instant at) {}

    /** @param result {@code open}, {@code won} or {@code lost} */
    record Disputed(String pledge, String campaign, String backer, Amount amount, String result, Instant at) {}

    /** @param of {@code refund} or {@code loan_repayment} */
    record SetOff(String pledge, String campaign, String backer, String of, Amount amount, Instant at) {}

    /**
     * @param granted less what was released
     * @param released nothing more will be matched
     */
    record MatchChanged(
            String campaign,
            String allowance,
            String fund,
            Amount granted,
            Amount matched,
            Amount left,
            boolean released) {}

    record Instalment(int n, Instant due, long amount) {}

    record LoansGranted(String campaign, Amount total, List<Instalment> instalments, Instant at) {}

    record Repaid(String campaign, String repayment, Amount amount, Amount outstanding, Instant at) {}

    record Overdue(String campaign, int instalment, Amount unpaid, Instant at) {}

    record LenderRepaid(String pledge, String campaign, String backer, Amount amount, Instant at) {}

    record PayoutFailed(String campaign, String payout, Amount amount, Instant at) {}

    /** Cancelled, refunded and refund-failed. */
    record Reversed(String pledge, String campaign, String backer, Amount amount, String reason) {}

    record Opened(String campaign, long goal, long cap, Instant deadline, String currency) {}

    record Tier(String id, int sold, @Nullable Integer left) {}

    record Totals(
            String campaign,
            String state,
            Amount collected,
            Amount matched,
            int backers,
            long percent,
            List<Tier> tiers) {}

    record Moment(String campaign, Instant at) {}

    record Verdict(String campaign, Amount goal, Amount collected, int backers, long verdictPage, Instant at) {}

    record PaidOut(String campaign, Amount collected, Amount commission, Amount vat, Amount net, Instant at) {}

    record Settled(String campaign, int refunds, Instant at) {}
}
