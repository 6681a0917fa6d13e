package quartier.pledge.launch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that this service uses of catalog-service's project events. */
record ProjectChanged(
        String project,
        String title,
        List<String> territoryPath,
        String owner,
        @Nullable String reason,
        @Nullable Terms terms) {

    record Terms(
            String currency,
            long goal,
            long cap,
            Instant deadline,
            int commissionBasisPoints,
            int vatBasisPoints,
            List<String> pledgeKinds,
            List<Tier> tiers) {}

    record Tier(
            String id,
            long amount,
            String reward,
            @Nullable Integer stock,
            @Nullable String deliveryMonth) {}
}
