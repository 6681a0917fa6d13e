package quartier.gateway.pledge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/**
 * What a campaign's owner is told about its money.
 *
 * @param payee how far the check of the owner's identity is; payouts wait for {@code verified}
 * @param cashDue what of the net is cash that the operator hands over
 */
public record Statement(
        @Nullable Money collected,
        @Nullable Money refunded,
        @Nullable Money owed,
        @Nullable Money commission,
        @Nullable Money vat,
        @Nullable Money fees,
        @Nullable Money net,
        boolean settled,
        @Nullable String payee,
        List<Payout> payouts,
        @Nullable Money cashDue) {

    public Statement {
        payouts = payouts == null ? List.of() : List.copyOf(payouts);
    }

    /**
     * @param id {@code main}, or {@code reserve} for what its payers may still take back
     * @param from not paid earlier
     */
    public record Payout(
            String id,
            String state,
            Money amount,
            @Nullable Instant from,
            @Nullable String failure,
            @Nullable Instant at) {}
}
