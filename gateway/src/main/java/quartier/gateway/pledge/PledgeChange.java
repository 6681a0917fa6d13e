package quartier.gateway.pledge;

import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** The body of a change to a pledge, as the pledge-service wants it. */
public record PledgeChange(
        Money amount,
        @Nullable String tier,
        boolean rewardWaived,
        NewPledge.@Nullable Payment payment,
        @Nullable String returnUrl) {

    /** What came of it. */
    public record Changed(
            String state,
            Pledge.@Nullable Action action,
            @Nullable String declineReason) {

        public boolean is(String wanted) {
            return state.equals(wanted);
        }
    }
}
