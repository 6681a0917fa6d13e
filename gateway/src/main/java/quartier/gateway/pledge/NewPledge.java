package quartier.gateway.pledge;

import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** The body of a pledge, as the pledge-service wants it. */
public record NewPledge(
        String campaign,
        Money amount,
        @Nullable String tier,
        String kind,
        boolean rewardWaived,
        String visibility,
        @Nullable String organisation,
        @Nullable Payment payment,
        @Nullable String returnUrl) {

    public record Payment(String card) {
        @Override
        public String toString() {
            return "Payment[…]";
        }
    }
}
