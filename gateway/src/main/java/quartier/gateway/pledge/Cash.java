package quartier.gateway.pledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** Cash from a meeting that waits for a second person. */
public record Cash(
        String id,
        Money amount,
        @Nullable String tier,
        @Nullable String name,
        @Nullable String enteredBy,
        boolean byCaller,
        @Nullable Instant enteredAt,
        @Nullable Instant confirmBefore) {

    /** The body that enters it. */
    public record Entry(
            Money amount,
            @Nullable String tier,
            String visibility,
            @Nullable String name) {}
}
