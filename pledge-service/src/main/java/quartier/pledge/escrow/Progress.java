package quartier.pledge.escrow;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How far a campaign's settlement has come. Sums are minor units.
 *
 * @param page of the journal that it shows
 * @param cashDue what of the owner's net is cash that the operator has to hand over
 */
public record Progress(
        String campaign,
        Instant deadline,
        CampaignState state,
        String currency,
        long page,
        Map<Stage, Part> refunds,
        List<PayoutPart> payouts,
        long cashDue) {

    public enum Stage {
        DUE,
        DONE,
        FAILED
    }

    public record Part(int count, long minorUnits) {}

    /** @param state {@code due}, {@code failed}, {@code came_back} or {@code done} */
    public record PayoutPart(String payout, String state, long minorUnits) {}

    public Progress {
        refunds = Map.copyOf(refunds);
        payouts = List.copyOf(payouts);
    }
}
