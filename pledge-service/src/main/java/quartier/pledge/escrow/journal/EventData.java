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

    /** Cancelled, refunded and refund-failed. */
    record Reversed(String pledge, String campaign, String backer, Amount amount, String reason) {}

    record Opened(String campaign, long goal, long cap, Instant deadline, String currency) {}

    record Tier(String id, int sold, @Nullable Integer left) {}

    record Totals(String campaign, String state, Amount collected, int backers, long percent, List<Tier> tiers) {}

    record Moment(String campaign, Instant at) {}

    record Verdict(String campaign, Amount goal, Amount collected, int backers, long verdictPage, Instant at) {}

    record PaidOut(String campaign, Amount collected, Amount commission, Amount vat, Amount net, Instant at) {}

    record Settled(String campaign, int refunds, Instant at) {}
}
