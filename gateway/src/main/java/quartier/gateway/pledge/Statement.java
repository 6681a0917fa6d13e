package quartier.gateway.pledge;

import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** What a campaign's owner is told about its money. */
public record Statement(
        @Nullable Money collected,
        @Nullable Money refunded,
        @Nullable Money commission,
        @Nullable Money vat,
        @Nullable Money fees,
        @Nullable Money net) {}
